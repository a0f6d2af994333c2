using SemanticEq.Ui.Canvas;
using SemanticEq.Ui.Platform;
using SemanticEq.Ui.Platform.Cairo;
using SemanticEq.Ui.Widgets;
using SemanticEq.Ui.Window;

namespace SemanticEq.Ui.Tests.Editor.Shell;

/// <summary>A window without a display that draws what is dirty area by area, as the X11 one does, and the scene's host.</summary>
internal sealed class AreaWindow : IWindow, ISceneHost
{
    private readonly DirtyAreas _dirty = new();
    private readonly CairoImage _image;

    public AreaWindow(Widget root, Size size, double scale = 1)
    {
        (Size, Scale) = (size, scale);
        _image = new CairoImage((int)(size.Width * scale), (int)(size.Height * scale), scale);
        Scene = new Scene(root, this);
        Scene.Resized(size, scale);
    }

    public Scene Scene { get; }

    /// <summary>Pixels drawn by the last <see cref="Paint"/>.</summary>
    public long Drawn { get; private set; }

    public nint Handle => 1;

    public int WaitHandle => -1;

    public Size Size { get; }

    public double Scale { get; }

    public bool IsLost => false;

    public bool IsSeen => true;

    public IWindow Window => this;

    public Theme Theme { get; set; } = Theme.Dark;

    public bool ReducedMotion => false;

    public bool ShowTooltips => true;

    public Size MinimumSize => default;

    public bool Paint()
    {
        Drawn = 0;
        Span<PixelArea> areas = stackalloc PixelArea[DirtyAreas.Capacity];
        areas = areas[.._dirty.CopyTo(areas)];
        _dirty.Clear();
        foreach (PixelArea area in areas)
        {
            Drawn += area.Count;
            _image.Canvas.Save();
            _image.Canvas.ClipTo(area.InUnits(Scale));
            Scene.Draw(_image.Canvas, area.InUnits(Scale));
            _image.Canvas.Restore();
        }

        return areas.Length > 0;
    }

    public void Invalidate(Rectangle area) =>
        _dirty.Add(PixelArea.Around(area, Scale).Within((int)(Size.Width * Scale), (int)(Size.Height * Scale)));

    public void Resize(Size size, double scale) => throw new NotSupportedException();

    public bool HandleEvents() => false;

    public void SetCursor(CursorShape shape)
    {
    }

    public void TakeKeyboard(bool take) => Scene.KeyboardChanged(take);

    public void Copy(string text)
    {
    }

    public void RequestPaste()
    {
    }

    public bool ShowHostMenu(uint parameter, Point at) => false;

    public void Dispose()
    {
        Scene.Dispose();
        _image.Dispose();
    }
}
