using System.Text.Json;
using SemanticEq.Ui.Platform;

namespace SemanticEq.Plugin;

/// <summary>editor.json in a user's folder. Never throws. Main thread.</summary>
internal sealed class SettingsFile(string? folder)
{
    private const int MostBytes = 1 << 20;
    private readonly string? _path = folder is null ? null : Path.Combine(folder, "editor.json");
    private string? _unread;
    private string? _unwritten;

    /// <summary>What went wrong, for people; or null.</summary>
    public string? Problem => _unwritten ?? _unread;

    /// <summary>Reads it; defaults where there is none or it can't be read.</summary>
    public EditorSettingsData Read()
    {
        if (_path is null || !File.Exists(_path))
            return new();
        try
        {
            byte[] json = SmallFile.Read(_path, MostBytes) ?? throw new JsonException("it is far too large");
            var data = JsonSerializer.Deserialize(json, SettingsJson.Default.EditorSettingsData);
            return data?.Checked() ?? throw new JsonException("it is empty");
        }
        catch (JsonException e)
        {
            KeepAside();
            _unread = $"The window's settings could not be read and have their defaults again; the old file is kept as {_path}.broken. ({e.Message})";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unread = $"The window's settings can't be read: {e.Message}";
        }
        return new();
    }

    /// <summary>As another process may have written it meanwhile; null where there is none or it can't be read.</summary>
    public EditorSettingsData? Look()
    {
        try
        {
            return _path is not null && File.Exists(_path) && SmallFile.Read(_path, MostBytes) is { } json
                ? JsonSerializer.Deserialize(json, SettingsJson.Default.EditorSettingsData)?.Checked() : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <returns>False where it can't be: the window works as it is set until the host ends.</returns>
    public bool TryWrite(EditorSettingsData data)
    {
        if (_path is null)
            return true;
        try
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            AtomicFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(data, SettingsJson.Default.EditorSettingsData));
            _unwritten = null;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unwritten = $"The window's settings can't be saved; they stay as they are until the host ends. ({e.Message})";
            return false;
        }
    }

    private void KeepAside()
    {
        try
        {
            File.Move(_path!, _path + ".broken", overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays where it is then, until the next change of a setting replaces it.
        }
    }
}
