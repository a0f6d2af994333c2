using System.Globalization;
using System.Text;
using SemanticEq.Host.Rendering;
using SemanticEq.Ui.Platform;
using SemanticEq.Vst3;

namespace SemanticEq.Host.Windows;

/// <summary>
/// Drives a session by lines of text, as tests do: <c>set NAME=VALUE</c>, <c>get NAME</c>, <c>find X Y</c> (the parameter there),
/// <c>where NAME</c> (a point of its control), <c>describe</c>, <c>size WxH</c>, <c>scale N</c>, <c>picture FILE</c>, <c>save FILE</c>,
/// <c>load FILE</c>, <c>level</c>, <c>figures</c>, <c>frames</c>, <c>show N</c> and <c>hide N</c> (a neighbour's window), <c>wait MS</c>, <c>open</c>, <c>close</c>, <c>reopen N</c>, <c>quit</c>. Each is answered by
/// <c>done</c> or <c>refused</c> and why. Main thread.
/// </summary>
internal sealed class EditCommands(EditSession session, Stream input, CancellationToken cancellation)
{
    private readonly byte[] _buffer = new byte[4096];
    private readonly EditQuestions _questions = new(session);
    private readonly StringBuilder _pending = new();

    /// <summary>Begins to listen.</summary>
    /// <param name="fileDescriptor">The input's.</param>
    public void Listen(int fileDescriptor) => session.Loop.Watch(fileDescriptor, () =>
    {
        // A command may turn the loop itself: the next one waits for its end.
        session.Loop.Forget(fileDescriptor);
        if (Read())
            Listen(fileDescriptor);
        else
            session.End();
    });

    // Obeys the whole lines that have come in; false at the end of the input.
    private bool Read()
    {
        int got = input.Read(_buffer);
        _ = _pending.Append(Encoding.UTF8.GetString(_buffer, 0, got));
        while (_pending.ToString() is var text && text.IndexOf('\n') is >= 0 and var end)
        {
            _ = _pending.Remove(0, end + 1);
            Answer(text[..end].Trim());
        }
        return got > 0;
    }

    private void Answer(string line)
    {
        try
        {
            int space = line.IndexOf(' ');
            Obey(space < 0 ? line : line[..space], space < 0 ? "" : line[(space + 1)..]);
            Console.WriteLine($"done {line}");
        }
        catch (Exception e) when (e is UserError or FormatException or IOException or OverflowException)
        {
            Console.WriteLine($"refused {line}: {e.Message}");
        }
    }

    private void Obey(string command, string rest)
    {
        switch (command)
        {
            case "set":
                Set(rest);
                break;
            case "get":
                _questions.Value(rest);
                break;
            case "find":
                _questions.ParameterAt(rest.Split(' '));
                break;
            case "where":
                _questions.Place(rest);
                break;
            case "describe":
                session.Describe();
                break;
            case "size":
                Editor.SetSize(ParseSize(rest));
                session.Describe();
                break;
            case "scale":
                _ = Editor.SetScale(double.Parse(rest, CultureInfo.InvariantCulture)) ? true : throw new UserError("the editor takes no such scale");
                break;
            case "picture":
                Editor.Window.SavePicture(rest);
                break;
            case "save":
                AtomicFile.Write(rest, session.Plugin.SaveState());
                break;
            case "load":
                _ = session.Plugin.LoadState(File.ReadAllBytes(rest)) ? true : throw new UserError("the plug-in can't read it");
                break;
            case "level":
                _questions.Levels();
                break;
            case "figures":
                _questions.Figures();
                break;
            case "frames":
                _questions.Frames();
                break;
            case "show" or "hide":
                Neighbours.Show(int.Parse(rest, CultureInfo.InvariantCulture), command == "show");
                break;
            case "wait":
                session.Loop.TurnFor(int.Parse(rest, CultureInfo.InvariantCulture));
                break;
            case "open":
                session.Open();
                session.Describe();
                break;
            case "close":
                session.Close();
                break;
            case "reopen":
                session.Reopen(int.Parse(rest, CultureInfo.InvariantCulture), openMilliseconds: 30, cancellation);
                break;
            case "quit":
                session.End();
                break;
            default:
                throw new UserError("there is no such command");
        }
    }

    /// <summary>A size written 1000x600.</summary>
    /// <exception cref="UserError">It is not one.</exception>
    public static EditorSize ParseSize(string text)
    {
        string[] sides = text.Split('x');
        return sides.Length == 2 && int.TryParse(sides[0], out int width) && int.TryParse(sides[1], out int height)
            && width is > 0 and <= 32767 && height is > 0 and <= 32767
            ? new EditorSize(width, height)
            : throw new UserError($"\"{text}\" is not a size: write it as 1000x600");
    }

    private EditorWindow Editor => session.OpenEditor;

    private Neighbours Neighbours => session.Neighbours ?? throw new UserError("there are no neighbours");

    // As automation does: the controller is told, and the processor by its queue.
    private void Set(string assignment)
    {
        var settings = new ParameterSettings(session.Plugin);
        settings.Set(assignment);
        foreach (var (id, normalized) in settings.Values)
        {
            _ = session.Plugin.SetNormalized(id, normalized);
            session.Plugin.Listener.Add(id, normalized);
        }
    }
}
