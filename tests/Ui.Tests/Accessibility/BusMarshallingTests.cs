using System.Runtime.InteropServices;
using SemanticEq.Ui.Platform.AtSpi;

namespace SemanticEq.Ui.Tests.Accessibility;

/// <summary>What is written into a message is what is read from it; and what libdbus would end the process for never reaches it.</summary>
public sealed class BusMarshallingTests : IDisposable
{
    private readonly BusWriter _writer = new();
    private readonly nint _message;

    public BusMarshallingTests() =>
        _message = LibDbus.IsThere() ? LibDbus.dbus_message_new_signal("/a/b", "a.b", "C") : 0;

    public void Dispose()
    {
        if (_message != 0)
            LibDbus.dbus_message_unref(_message);
        _writer.Dispose();
    }

    [SkippableFact]
    public void What_is_written_is_read()
    {
        SkipIfMissing();
        Write().Int32(-7).UInt32(uint.MaxValue).Double(0.1).Boolean(true).String("+3 dB · é 𝄞").Path("/x/y");
        Signature().ShouldBe("iudbso");
        var reader = new BusReader(_message);
        reader.TryInt32(out int whole).ShouldBeTrue();
        reader.TryUInt32(out uint positive).ShouldBeTrue();
        reader.TryDouble(out double real).ShouldBeTrue();
        reader.TryBoolean(out bool truth).ShouldBeTrue();
        reader.TryString(out string text).ShouldBeTrue();
        reader.TryString(out string path).ShouldBeTrue();
        (whole, positive, real, truth, text, path).ShouldBe((-7, uint.MaxValue, 0.1, true, "+3 dB · é 𝄞", "/x/y"));
        reader.TryInt32(out _).ShouldBeFalse();
    }

    [SkippableFact]
    public void What_nests_has_the_signature_that_the_protocol_asks_for()
    {
        SkipIfMissing();
        Write().OpenArray("(so)"u8).Reference(":1.2", "/x").Reference(":1.3", "/y").Close()
            .OpenArray("{sv}"u8).OpenPair().String("Id").OpenVariant("i"u8).Int32(3).Close().Close().Close()
            .OpenVariant("(so)"u8).Reference("", "/z").Close()
            .OpenArray("((so)(so)(so)iiassusau)"u8).Close();
        Signature().ShouldBe("a(so)a{sv}va((so)(so)(so)iiassusau)");
        var reader = new BusReader(_message);
        reader.TryEnter(out BusReader array).ShouldBeTrue();
        array.TryEnter(out _).ShouldBeTrue();
        array.TryEnter(out BusReader second).ShouldBeTrue();
        second.TryString(out string name).ShouldBeTrue();
        second.TryString(out string path).ShouldBeTrue();
        (name, path).ShouldBe((":1.3", "/y"));
        array.TryEnter(out _).ShouldBeFalse();
    }

    [SkippableFact]
    public void What_is_of_another_type_is_left_where_it_is()
    {
        SkipIfMissing();
        Write().String("x");
        var reader = new BusReader(_message);
        reader.TryInt32(out int number).ShouldBeFalse();
        reader.TryDouble(out double real).ShouldBeFalse();
        reader.TryBoolean(out bool truth).ShouldBeFalse();
        reader.TryEnter(out _).ShouldBeFalse();
        (number, real, truth).ShouldBe((0, 0.0, false));
        reader.TryString(out string text).ShouldBeTrue();
        text.ShouldBe("x");
    }

    [SkippableFact]
    public void A_message_that_carries_nothing_gives_nothing()
    {
        SkipIfMissing();
        var reader = new BusReader(_message);
        reader.TryString(out string text).ShouldBeFalse();
        reader.TryEnter(out BusReader inner).ShouldBeFalse();
        inner.TryInt32(out _).ShouldBeFalse();
        text.ShouldBe("");
    }

    [SkippableTheory]
    [InlineData("zero\0here", "zero here")]
    [InlineData("", "")]
    public void No_text_is_one_that_libdbus_would_end_the_process_for(string given, string sent)
    {
        SkipIfMissing();
        Write().String(given);
        new BusReader(_message).TryString(out string text).ShouldBeTrue();
        text.ShouldBe(sent);
    }

    // Attributes can't hold it.
    [SkippableFact]
    public void Half_a_letter_is_replaced()
    {
        SkipIfMissing();
        Write().String("half a letter " + '\ud834');
        new BusReader(_message).TryString(out string text).ShouldBeTrue();
        text.ShouldBe("half a letter \ufffd");
    }

    [SkippableFact]
    public void What_nests_too_deep_is_refused()
    {
        SkipIfMissing();
        Write();
        Should.Throw<InvalidOperationException>(() =>
        {
            for (int i = 0; i < 20; i++)
                _writer.OpenStruct();
        });
    }

    [Theory]
    [InlineData("unix:path=/run/user/1000/bus", "unix:path=/run/user/1000/bus")]
    [InlineData("tcp:host=elsewhere,port=1;unix:path=/x,guid=1", "unix:path=/x,guid=1")]
    [InlineData("autolaunch:", null)]
    [InlineData("unixexec:path=/bin/sh", null)]
    [InlineData("", null)]
    public void Only_sockets_of_this_machine_are_gone_to(string addresses, string? taken) => BusAddress.Local(addresses).ShouldBe(taken);

    private BusWriter Write() => _writer.To(_message);

    private string Signature() => Marshal.PtrToStringUTF8(dbus_message_get_signature(_message))!;

    private static void SkipIfMissing() => Skip.IfNot(LibDbus.IsThere(), "libdbus-1 is not installed (apt install libdbus-1-3)");

    [DllImport(LibDbus.Name)]
    private static extern nint dbus_message_get_signature(nint message);
}
