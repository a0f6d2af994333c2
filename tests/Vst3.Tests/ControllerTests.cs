using SemanticEq.Vst3.Abi;

namespace SemanticEq.Vst3.Tests;

public sealed unsafe class ControllerTests : IDisposable
{
    private const uint Gain = TestEffect.GainId;

    private readonly Instance _instance = new();

    public void Dispose() => _instance.Dispose();

    [Fact]
    public void Parameters_are_told_with_their_units_and_flags()
    {
        _instance.ControllerTable->GetParameterCount(_instance.Controller).ShouldBe(1);
        ParameterInfo info;
        _instance.ControllerTable->GetParameterInfo(_instance.Controller, 0, &info).ShouldBe(Result.Ok);
        FixedText.ReadUtf16(info.Title, 128).ShouldBe("Gain");
        FixedText.ReadUtf16(info.Units, 128).ShouldBe("dB");
        (info.Id, info.StepCount, info.DefaultNormalizedValue, info.UnitId, info.Flags).ShouldBe((Gain, 0, 0.5, 0, 1));
    }

    [Fact]
    public void A_host_that_asks_and_sets_values_all_the_time_makes_no_garbage()
    {
        void Once()
        {
            _ = _instance.ControllerTable->SetParamNormalized(_instance.Controller, Gain, 0.25);
            _ = _instance.ControllerTable->GetParamNormalized(_instance.Controller, Gain);
        }

        Once();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Once();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Text_of_any_length_fits_its_128_characters_and_ends()
    {
        char* text = stackalloc char[140];
        foreach (int length in new[] { 0, 1, 126, 127, 128, 5000 })
        {
            new Span<char>(text, 140).Fill('#');
            _instance.Effect.Text = new string('x', length);
            _instance.ControllerTable->GetParamStringByValue(_instance.Controller, Gain, 0.5, text).ShouldBe(Result.Ok);
            FixedText.ReadUtf16(text, 128).ShouldBe(new string('x', Math.Min(length, 127)));
            text[128].ShouldBe('#', "nothing is written past a String128");
            ParameterInfo info;
            _instance.ControllerTable->GetParameterInfo(_instance.Controller, 0, &info).ShouldBe(Result.Ok);
            FixedText.ReadUtf16(info.Title, 128).Length.ShouldBe(Math.Min(length, 127));
        }
    }

    [Fact]
    public void Text_is_never_cut_inside_a_character()
    {
        char* wide = stackalloc char[4];
        FixedText.WriteUtf16(wide, 4, "ab\U0001F3B5");
        FixedText.ReadUtf16(wide, 4).ShouldBe("ab");
        byte* narrow = stackalloc byte[4];
        FixedText.WriteUtf8(narrow, 4, "aéé");
        FixedText.ReadUtf8(narrow, 4).ShouldBe("aé");
    }

    [Fact]
    public void Text_without_an_end_is_read_no_further_than_128_characters()
    {
        char* text = stackalloc char[128];
        new Span<char>(text, 128).Fill('5');
        double value;
        _instance.ControllerTable->GetParamValueByString(_instance.Controller, Gain, text, &value).ShouldBe(Result.Ok);
        value.ShouldBe(1.0, "clamped");
    }

    [Fact]
    public void Values_go_through_text_and_units_and_back()
    {
        double value;
        fixed (char* text = "12\0")
            _instance.ControllerTable->GetParamValueByString(_instance.Controller, Gain, text, &value).ShouldBe(Result.Ok);
        value.ShouldBe(0.75);
        fixed (char* text = "loud\0")
            _instance.ControllerTable->GetParamValueByString(_instance.Controller, Gain, text, &value).ShouldBe(Result.False);
        _instance.ControllerTable->NormalizedParamToPlain(_instance.Controller, Gain, 0.75).ShouldBe(12.0);
        _instance.ControllerTable->PlainParamToNormalized(_instance.Controller, Gain, 12.0).ShouldBe(0.75);
        _instance.ControllerTable->SetParamNormalized(_instance.Controller, Gain, 7.0).ShouldBe(Result.Ok);
        _instance.ControllerTable->GetParamNormalized(_instance.Controller, Gain).ShouldBe(1.0, "clamped");
    }

    [Fact]
    public void Unknown_parameters_bad_numbers_and_null_pointers_are_refused()
    {
        var table = _instance.ControllerTable;
        void* self = _instance.Controller;
        ParameterInfo info;
        char* text = stackalloc char[128];
        double value;
        table->GetParameterInfo(self, -1, &info).ShouldBe(Result.InvalidArgument);
        table->GetParameterInfo(self, 1, &info).ShouldBe(Result.InvalidArgument);
        table->GetParameterInfo(self, 0, null).ShouldBe(Result.InvalidArgument);
        table->GetParamStringByValue(self, 99, 0.5, text).ShouldBe(Result.InvalidArgument);
        table->GetParamStringByValue(self, Gain, double.NaN, text).ShouldBe(Result.InvalidArgument);
        table->GetParamStringByValue(self, Gain, 0.5, null).ShouldBe(Result.InvalidArgument);
        table->GetParamValueByString(self, 99, text, &value).ShouldBe(Result.InvalidArgument);
        table->GetParamValueByString(self, Gain, null, &value).ShouldBe(Result.InvalidArgument);
        table->GetParamValueByString(self, Gain, text, null).ShouldBe(Result.InvalidArgument);
        table->SetParamNormalized(self, 99, 0.5).ShouldBe(Result.InvalidArgument);
        table->SetParamNormalized(self, Gain, double.NaN).ShouldBe(Result.InvalidArgument);
        table->GetParamNormalized(self, 99).ShouldBe(0.0);
        table->NormalizedParamToPlain(self, 99, 0.5).ShouldBe(0.0);
        table->PlainParamToNormalized(self, Gain, double.NaN).ShouldBe(0.0);
        table->SetComponentState(self, null).ShouldBe(Result.InvalidArgument);
        table->SetState(self, null).ShouldBe(Result.InvalidArgument);
        table->GetState(self, null).ShouldBe(Result.InvalidArgument);
        ((nint)table->CreateView(self, null)).ShouldBe(0);
    }

    [Fact]
    public void The_controller_takes_the_components_state_and_has_none_of_its_own()
    {
        TestStream.Reset(4, 5, 6);
        _instance.ControllerTable->SetComponentState(_instance.Controller, TestStream.Self).ShouldBe(Result.Ok);
        _instance.Effect.Loaded.ShouldBe([4, 5, 6]);
        TestStream.Reset();
        _instance.ControllerTable->GetState(_instance.Controller, TestStream.Self).ShouldBe(Result.Ok);
        TestStream.Bytes.ShouldBeEmpty();
        _instance.ControllerTable->SetState(_instance.Controller, TestStream.Self).ShouldBe(Result.Ok);
    }

    [Fact]
    public void Exceptions_of_the_effect_become_results()
    {
        var effect = _instance.Effect;
        var table = _instance.ControllerTable;
        void* self = _instance.Controller;
        ParameterInfo info;
        char* text = stackalloc char[128];
        new Span<char>(text, 128).Clear();
        double value;
        effect.Throws = nameof(Effect.Parameters);
        table->GetParameterCount(self).ShouldBe(0);
        table->GetParameterInfo(self, 0, &info).ShouldBe(Result.False);
        table->SetParamNormalized(self, Gain, 0.5).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.Format);
        table->GetParamStringByValue(self, Gain, 0.5, text).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.TryParse);
        table->GetParamValueByString(self, Gain, text, &value).ShouldBe(Result.False);
        effect.Throws = nameof(Effect.ToPlain);
        table->NormalizedParamToPlain(self, Gain, 0.5).ShouldBe(0.0);
        effect.Throws = nameof(Effect.ToNormalized);
        table->PlainParamToNormalized(self, Gain, 1.0).ShouldBe(0.0);
        effect.Throws = nameof(Effect.GetNormalized);
        table->GetParamNormalized(self, Gain).ShouldBe(0.0);
        effect.Throws = nameof(Effect.SetNormalized);
        table->SetParamNormalized(self, Gain, 0.5).ShouldBe(Result.False);
        TestStream.Reset(1);
        effect.Throws = nameof(Effect.LoadState);
        table->SetComponentState(self, TestStream.Self).ShouldBe(Result.False);
        effect.Throws = null;
    }
}
