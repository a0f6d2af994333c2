using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Widgets;

namespace SemanticEq.Ui.Tests.Widgets;

/// <summary>A board with every control on it, 960 × 640.</summary>
internal static class Gallery
{
    public static Board Board()
    {
        Board board = new Board().Put(new Ground("Macros", "Macros"), 24, 24, 724, 150);
        string[] names = ["Warm", "Bright", "Body", "Presence", "Air", "Mud", "Harsh", "Scoop"];
        double[] values = [0.675, 0.56, 0.6, 0.5, 0.64, 0.275, 0.41, 0.5];
        for (int i = 0; i < names.Length; i++)
        {
            var macro = new FakeControl(names[i]) { Value = values[i], IsAvailable = i != 7 };
            board.Put(new Knob(macro), 40 + (i * 87), 48, 84, 118);
        }

        var amount = new FakeControl("Amount", 0, 150, "%") { Value = 0.55 };
        board.Put(new Ground("Output"), 760, 24, 176, 150)
            .Put(new Knob(amount) { Accent = static t => t.Text, MaxDiameter = Knob.Large }, 772, 36, 100, 126)
            .Put(new Meter("Output", new Levels()), 890, 40, 24, 118);

        board.Put(new Ground("Buttons", "Buttons"), 24, 186, 452, 198);
        Icon[] icons =
        [
            Icon.ChevronLeft, Icon.ChevronRight, Icon.ChevronDown, Icon.Heart, Icon.HeartFilled, Icon.Undo, Icon.Redo, Icon.Power, Icon.Dots,
            Icon.Search, Icon.Close, Icon.Pin, Icon.Snowflake, Icon.Headphone, Icon.ArrowRight, Icon.Plus, Icon.Trash, Icon.Pencil, Icon.Check,
        ];
        for (int i = 0; i < icons.Length; i++)
        {
            var button = new Button(icons[i].ToString(), () => { }) { Icon = icons[i], IsLit = icons[i] == Icon.HeartFilled };
            board.Put(button, 40 + (i % 10 * 42), 226 + (i / 10 * 36), 32, 32);
        }

        board.Put(new Button("Save", () => { }) { Text = "Save", Look = ButtonLook.Raised }, 40, 304, 76, 30)
            .Put(new Button("Load", () => { }) { Text = "Load", Icon = Icon.ChevronDown, Look = ButtonLook.Raised }, 124, 304, 96, 30)
            .Put(new Button("Never", () => { }) { Text = "Never", Look = ButtonLook.Raised, IsEnabled = false }, 228, 304, 76, 30)
            .Put(new ToggleButton("Freeze", () => true, () => { }) { Icon = Icon.Snowflake, Accent = static t => t.Teal }, 40, 342, 90, 28)
            .Put(new ToggleButton("Matched", () => false, () => { }), 138, 342, 100, 28)
            .Put(new ToggleButton("Auto gain", () => true, () => { }), 246, 342, 104, 28)
            .Put(new Chip("warm +35 %"), 320, 308, 92, Chip.Height)
            .Put(new Chip("muddy → less", () => { }) { Tint = static t => t.Band(5), IsUncertain = true }, 360, 344, 104, Chip.Height);

        board.Put(new Ground("Fields", "Fields"), 488, 186, 208, 198)
            .Put(new Segmented("Playing", ["A", "B", "→B"], () => 0, _ => { }), 504, 222, 176, 32)
            .Put(new TextField("Search") { Placeholder = "search 384 words", Icon = Icon.Search, TextSize = TypeSize.Label }, 504, 264, 176, 30)
            .Put(new ChoiceButton(new FakeControl("Channel", 0, 4, steps: 4)), 504, 304, 176, 28)
            .Put(new ChoiceButton(new FakeControl("Type", 0, 6, steps: 6)), 504, 340, 176, 28);

        board.Put(new Ground("Prompt"), 24, 396, 912, 52)
            .Put(new TextField("Prompt") { Text = "a bit warmer, not muddy, like a close vocal", TextSize = TypeSize.Prompt, IsBare = true, Padding = 4 }, 40, 400, 600, 44)
            .Put(new Label("3 of 3 read") { Align = TextAlign.Right }, 800, 412, 120, 20);
        board.Put(new Ground("Presets"), 24, 460, 300, 160)
            .Put(new ListBox("Presets", new Rows()) { RowHeight = 30, Selected = 1 }, 32, 468, 284, 144)
            .Put(new ResizeGrip(() => default), 940, 620, 20, 20);
        return board;
    }

    /// <summary>One of each control, on no board yet.</summary>
    public static IEnumerable<Widget> Controls() =>
    [
        new Knob(new FakeControl { Value = 0.7 }), new ChoiceButton(new FakeControl("Channel", 0, 4, steps: 4)), new Button("Undo", () => { }) { Icon = Icon.Undo, Text = "Undo" },
        new ToggleButton("Freeze", () => true, () => { }), new Segmented("Playing", ["A", "B", "→B"], () => 0, _ => { }),
        new TextField("Prompt") { Text = "a bit warmer, not muddy", Icon = Icon.Search }, new TextField("Search") { Placeholder = "search" },
        new ListBox("Presets", new Rows()) { Selected = 7 }, new Meter("Output", new Levels(), () => { }), new Label("3 of 3 read"),
        new Chip("warm +35 %", () => { }), new ResizeGrip(() => default), new Ground("Words", "Words"),
    ];

    private sealed class Ground(string name, string? title = null) : Panel(name, title);

    private sealed class Levels : IMeterLevels
    {
        public int Channels => 2;

        public double HighestDb => -4;

        public double LevelDb(int channel) => -14 - (2 * channel);
    }

    private sealed class Rows : IListRows
    {
        private readonly string[] _names = [.. Enumerable.Range(1, 40).Select(i => $"Preset {i}")];

        public int Count => _names.Length;

        public string Name(int row) => _names[row];

        public void Draw(ICanvas canvas, in DrawContext context, int row, Rectangle area, bool isSelected)
        {
            var style = new TextStyle(TypeSize.Label, isSelected ? context.Theme.Text : context.Theme.Muted);
            canvas.Text(Name(row), area.Left + 10, area.Centre.Y + style.BaselineBelowMiddle, style);
        }

        public void Choose(int row, Point? at, Rectangle area)
        {
        }
    }
}
