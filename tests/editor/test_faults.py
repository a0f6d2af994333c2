"""What the window says when the ONNX Runtime is broken: read as a screen reader reads it, and seen where it is drawn."""

import pathlib
import shutil
import subprocess

import matplotlib.image
import numpy as np
import pytest

from test_words import assert_sounds_like
from window import BUNDLE

RUNTIME = pathlib.Path("Contents/x86_64-linux/libsemanticeq_onnxruntime.so")
STUB = pathlib.Path(__file__).parent.parent / "faults/onnx_stub.c"
GONE_WRONG = (
    "The ONNX Runtime has gone wrong. Words sound the same by the built-in decoder; it is tried again when the host next switches Semantic EQ on. "
    "(it failed while it decoded: ONNX Runtime: no answer, planted)")


def bundle_with(tmp_path, *macros):
    """A copy of the bundle with another library for the ONNX Runtime, or with none. What stays is linked; the plug-in's own library is not, since a
    link to it is that library, with its neighbours."""
    copy = tmp_path / "SemanticEq.vst3"
    built = pathlib.Path(BUNDLE).resolve()
    shutil.copytree(built, copy, copy_function=lambda source, target: pathlib.Path(target).symlink_to(source))
    library = RUNTIME.parent / "SemanticEq.so"
    for file in (library, RUNTIME):
        (copy / file).unlink()
    shutil.copy(built / library, copy / library)
    if macros:
        subprocess.run(
            ["gcc", "-O1", "-shared", "-fPIC", f'-DREAL="{built / RUNTIME}"', *(f"-D{macro}" for macro in macros), "-o", copy / RUNTIME, STUB], check=True)
    return copy


def notices(reader):
    from screen_reader import every
    return [one for one in every(reader.editor()) if one.get_role_name() == "label" and "ONNX Runtime" in one.get_name()]


def pixels(window, place, path):
    """What is drawn there, 0 to 255 for each colour."""
    picture = (matplotlib.image.imread(window.picture(path))[..., :3] * 255).astype(int)
    return picture[place.y:place.y + place.height, place.x:place.x + place.width]


def test_a_runtime_that_fails_while_it_plays_is_told_and_the_words_are_heard(reader, open_on_bus, noise, tmp_path):
    from screen_reader import Atspi
    window = open_on_bus(noise, "--loop", "--record", tmp_path / "out.wav", bundle=bundle_with(tmp_path, "FAILS"))
    window.ask("set Word A=bright")
    window.ask("wait 500")
    assert not notices(reader)
    # From here on its calls fail.
    (tmp_path / "SemanticEq.vst3" / f"{RUNTIME}.fails").touch()
    window.ask("set Word A=warm")
    notice = reader.find("label", GONE_WRONG)
    place = notice.get_extents(Atspi.CoordType.WINDOW)
    bar = pixels(window, place, tmp_path / "told.png")
    red, green, blue = bar[place.height // 2, 1]
    assert red > green > blue + 50, "an amber edge"
    # Letters, in each line of the text.
    text = bar[:, 12:-40].mean(axis=2)
    assert text.max() - np.median(text) > 90
    reader.find("push button", "Put the message away").do_action(0)
    reader.until(lambda: not notices(reader), "the message to go")
    assert_sounds_like("warm", window, noise, tmp_path)


@pytest.mark.parametrize("macros, reason", [((), "is missing"), (("REFUSES_SESSIONS",), "no session, planted")])
def test_a_runtime_that_can_not_be_used_at_all_is_told(reader, open_on_bus, noise, tmp_path, macros, reason):
    window = open_on_bus(noise, "--loop", "--set", "Word A=warm", bundle=bundle_with(tmp_path, *macros))
    reader.until(lambda: len(notices(reader)) == 1, "the message")
    text = notices(reader)[0].get_name()
    assert text.startswith("The ONNX Runtime can't be loaded. Words sound the same by the built-in decoder. Installing Semantic EQ anew brings it back. (")
    assert reason in text
    window.picture(tmp_path / "told.png")
