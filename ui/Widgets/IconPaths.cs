using SemanticEq.Ui.Canvas;

namespace SemanticEq.Ui.Widgets;

/// <summary>Icons as paths, on a square of 16 units; strokes of 1.5 with round ends.</summary>
public static class IconPaths
{
    private const double Side = 16;
    private const double StrokeWidth = 1.5;

    /// <summary>Draws an icon.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="icon">Which.</param>
    /// <param name="centre">Its middle.</param>
    /// <param name="size">Side of its square, in canvas units.</param>
    /// <param name="colour">Its colour.</param>
    public static void Draw(ICanvas canvas, Icon icon, Point centre, double size, Colour colour)
    {
        var brush = new IconBrush(canvas, new Point(centre.X - (size / 2), centre.Y - (size / 2)), size / Side);
        canvas.BeginPath();
        switch (icon)
        {
            case Icon.Dots:
                brush.Dot(2.5, 8, 1.35);
                brush.Dot(8, 8, 1.35);
                brush.Dot(13.5, 8, 1.35);
                canvas.Fill(colour);
                break;
            case Icon.HeartFilled:
                AddHeart(brush);
                canvas.Fill(colour);
                break;
            default:
                AddStrokes(brush, icon);
                canvas.Stroke(colour, new Pen(StrokeWidth * size / Side, LineCap.Round));
                break;
        }
    }

    private static void AddStrokes(in IconBrush brush, Icon icon)
    {
        switch (icon)
        {
            case Icon.ChevronLeft:
                brush.Lines(9.5, 4, 5.5, 8, 9.5, 12);
                break;
            case Icon.ChevronRight:
                brush.Lines(6.5, 4, 10.5, 8, 6.5, 12);
                break;
            case Icon.ChevronDown:
                brush.Lines(4, 6.5, 8, 10.5, 12, 6.5);
                break;
            case Icon.Heart:
                AddHeart(brush);
                break;
            case Icon.Undo:
                AddTurn(brush, mirrored: false);
                break;
            case Icon.Redo:
                AddTurn(brush, mirrored: true);
                break;
            case Icon.Power:
                brush.Arc(8, 8.5, 5.25, -55, 235);
                brush.Lines(8, 2, 8, 7.5);
                break;
            case Icon.Search:
                brush.Arc(7, 7, 4.25, 0, 360);
                brush.Lines(10.2, 10.2, 13.5, 13.5);
                break;
            case Icon.Close:
                brush.Lines(4.25, 4.25, 11.75, 11.75);
                brush.Lines(11.75, 4.25, 4.25, 11.75);
                break;
            case Icon.Pin:
                brush.Lines(5, 2.5, 11, 2.5);
                brush.Lines(6.25, 2.5, 6.25, 6.5, 4, 9.5, 12, 9.5, 9.75, 6.5, 9.75, 2.5);
                brush.Lines(8, 9.5, 8, 14);
                break;
            case Icon.Lock:
                brush.Lines(3.5, 7.25, 12.5, 7.25, 12.5, 13.5, 3.5, 13.5, 3.5, 7.25);
                brush.MoveTo(5.25, 7.25);
                brush.LineTo(5.25, 5.25);
                brush.CurveTo(5.25, 1.6, 10.75, 1.6, 10.75, 5.25);
                brush.LineTo(10.75, 7.25);
                break;
            case Icon.Snowflake:
                AddSnowflake(brush);
                break;
            case Icon.Headphone:
                brush.Arc(8, 8.5, 5.5, 180, 360);
                brush.Lines(2.5, 8.5, 2.5, 12.75, 5, 12.75, 5, 9.25, 2.5, 9.25);
                brush.Lines(13.5, 8.5, 13.5, 12.75, 11, 12.75, 11, 9.25, 13.5, 9.25);
                break;
            case Icon.ArrowRight:
                brush.Lines(2.5, 8, 13.5, 8);
                brush.Lines(9.5, 4, 13.5, 8, 9.5, 12);
                break;
            case Icon.Plus:
                brush.Lines(8, 3, 8, 13);
                brush.Lines(3, 8, 13, 8);
                break;
            case Icon.Trash:
                brush.Lines(2.5, 4.25, 13.5, 4.25);
                brush.Lines(6, 4.25, 6, 2.25, 10, 2.25, 10, 4.25);
                brush.Lines(4, 4.25, 4.6, 13.75, 11.4, 13.75, 12, 4.25);
                break;
            case Icon.Pencil:
                brush.Lines(2.75, 13.25, 3.4, 10.2, 10.6, 3, 13, 5.4, 5.8, 12.6, 2.75, 13.25);
                brush.Lines(9, 4.6, 11.4, 7);
                break;
            case Icon.Check:
                brush.Lines(3.5, 8.5, 6.5, 11.5, 12.5, 4.75);
                break;
        }
    }

    private static void AddHeart(in IconBrush brush)
    {
        brush.MoveTo(8, 13.5);
        brush.CurveTo(3.5, 10.5, 1.75, 8.2, 1.75, 5.9);
        brush.CurveTo(1.75, 2.4, 6.2, 1.6, 8, 4.7);
        brush.CurveTo(9.8, 1.6, 14.25, 2.4, 14.25, 5.9);
        brush.CurveTo(14.25, 8.2, 12.5, 10.5, 8, 13.5);
        brush.Close();
    }

    private static void AddTurn(in IconBrush brush, bool mirrored)
    {
        brush.Lines(X(5.5), 3, X(2.5), 6, X(5.5), 9);
        brush.MoveTo(X(2.5), 6);
        brush.LineTo(X(9.25), 6);
        brush.CurveTo(X(14.8), 6, X(14.8), 13.25, X(9.25), 13.25);
        brush.LineTo(X(6), 13.25);

        double X(double x) => mirrored ? Side - x : x;
    }

    private static void AddSnowflake(in IconBrush brush)
    {
        for (int i = 0; i < 6; i++)
        {
            double angle = Math.PI * ((i / 3.0) + 0.5);
            Point end = Polar(6, angle), fork = Polar(3.6, angle);
            brush.Lines(8, 8, end.X, end.Y);
            Point left = Polar(5.4, angle - 0.34), right = Polar(5.4, angle + 0.34);
            brush.Lines(left.X, left.Y, fork.X, fork.Y, right.X, right.Y);
        }

        static Point Polar(double radius, double angle) => new(8 + (radius * Math.Cos(angle)), 8 + (radius * Math.Sin(angle)));
    }

    /// <summary>Adds to a canvas's path in an icon's own units.</summary>
    private readonly struct IconBrush(ICanvas canvas, Point origin, double scale)
    {
        public void MoveTo(double x, double y) => canvas.MoveTo(X(x), Y(y));

        public void LineTo(double x, double y) => canvas.LineTo(X(x), Y(y));

        public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) =>
            canvas.CurveTo(X(x1), Y(y1), X(x2), Y(y2), X(x), Y(y));

        public void Close() => canvas.ClosePath();

        // Degrees, clockwise from the right.
        public void Arc(double x, double y, double radius, double from, double to)
        {
            double start = from * Math.PI / 180;
            MoveTo(x + (radius * Math.Cos(start)), y + (radius * Math.Sin(start)));
            canvas.Arc(X(x), Y(y), radius * scale, start, to * Math.PI / 180);
        }

        public void Dot(double x, double y, double radius)
        {
            Arc(x, y, radius, 0, 360);
            canvas.ClosePath();
        }

        public void Lines(params ReadOnlySpan<double> coordinates)
        {
            MoveTo(coordinates[0], coordinates[1]);
            for (int i = 2; i < coordinates.Length; i += 2)
                LineTo(coordinates[i], coordinates[i + 1]);
        }

        private double X(double x) => origin.X + (x * scale);

        private double Y(double y) => origin.Y + (y * scale);
    }
}
