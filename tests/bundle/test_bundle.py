"""The bundle as a host finds it on disk: what moduleinfo.json says is what the binary answers, and all that it needs is there."""

import ctypes
import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = Path(os.environ.get("SEMANTIC_EQ_VST3", ROOT / "out" / "SemanticEq.vst3"))
LIBRARY = BUNDLE / "Contents" / "x86_64-linux" / "SemanticEq.so"
RESOURCES = BUNDLE / "Contents" / "Resources"
IID_FACTORY_2 = bytes.fromhex("0007B650F24B4C0BA464EDB9F00B2ABB")


class FactoryInfo(ctypes.Structure):
    _fields_ = [("vendor", ctypes.c_char * 64), ("url", ctypes.c_char * 256), ("email", ctypes.c_char * 128), ("flags", ctypes.c_int32)]


class ClassInfo2(ctypes.Structure):
    _fields_ = [
        ("cid", ctypes.c_ubyte * 16),
        ("cardinality", ctypes.c_int32),
        ("category", ctypes.c_char * 32),
        ("name", ctypes.c_char * 64),
        ("flags", ctypes.c_uint32),
        ("sub_categories", ctypes.c_char * 128),
        ("vendor", ctypes.c_char * 64),
        ("version", ctypes.c_char * 64),
        ("sdk_version", ctypes.c_char * 64),
    ]


def method(obj: int, index: int, *argument_types, result=ctypes.c_int32):
    table = ctypes.cast(obj, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    function = ctypes.CFUNCTYPE(result, ctypes.c_void_p, *argument_types)(table[index])
    return lambda *arguments: function(obj, *arguments)


@pytest.fixture(scope="module")
def module_info() -> dict:
    return json.loads((RESOURCES / "moduleinfo.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def factory() -> int:
    library = ctypes.CDLL(str(LIBRARY))
    library.ModuleEntry.argtypes = [ctypes.c_void_p]
    library.ModuleEntry.restype = ctypes.c_bool
    library.GetPluginFactory.restype = ctypes.c_void_p
    assert library.ModuleEntry(library._handle)
    return library.GetPluginFactory()


def test_factory_says_what_moduleinfo_says(factory, module_info):
    info = FactoryInfo()
    assert method(factory, 3, ctypes.c_void_p)(ctypes.addressof(info)) == 0
    said = module_info["Factory Info"]
    assert (info.vendor.decode(), info.url.decode(), info.email.decode()) == (said["Vendor"], said["URL"], said["E-Mail"])
    bits = {"Classes Discardable": 1, "License Check": 2, "Component Non Discardable": 8, "Unicode": 16}
    assert {name: bool(info.flags & bit) for name, bit in bits.items()} == {name: said["Flags"].get(name, False) for name in bits}


def test_class_says_what_moduleinfo_says(factory, module_info):
    assert method(factory, 4)() == len(module_info["Classes"]) == 1
    second = ctypes.c_void_p()
    assert method(factory, 0, ctypes.c_char_p, ctypes.c_void_p)(IID_FACTORY_2, ctypes.addressof(second)) == 0
    info = ClassInfo2()
    # After IPluginFactory's seven: getClassInfo2.
    assert method(second.value, 7, ctypes.c_int32, ctypes.c_void_p)(0, ctypes.addressof(info)) == 0
    said = module_info["Classes"][0]
    assert bytes(info.cid).hex().upper() == said["CID"]
    assert info.category.decode() == said["Category"]
    assert info.name.decode() == said["Name"] == module_info["Name"]
    assert info.vendor.decode() == said["Vendor"]
    assert info.version.decode() == said["Version"] == module_info["Version"]
    assert info.sdk_version.decode() == said["SDKVersion"]
    assert info.sub_categories.decode() == "|".join(said["Sub Categories"])
    assert (info.cardinality, info.flags) == (said["Cardinality"], said["Class Flags"])


def test_bundle_holds_runtime_models_and_licences():
    assert (LIBRARY.parent / "libsemanticeq_onnxruntime.so").stat().st_size > 10_000_000
    assert list((RESOURCES / "models").glob("*/decoder.onnx"))
    assert list((RESOURCES / "models").glob("*/vocabulary.json"))
    assert (RESOURCES / "LICENSE").exists() and (RESOURCES / "THIRD-PARTY-NOTICES.md").exists()


def test_bundle_holds_the_notices_of_what_its_binaries_contain():
    runtime = (RESOURCES / "licences" / "onnxruntime.txt").read_text(encoding="utf-8")
    # What can be seen in the library: its strings and symbols name these.
    for component in ("protocolbuffers/protobuf", "abseil-cpp", "Eigen", "google/re2", "google/flatbuffers", "nlohmann/json", "\ndawn\n", "onnx\n"):
        assert component in runtime, component
    dotnet = (RESOURCES / "licences" / "dotnet.txt").read_text(encoding="utf-8")
    assert "License notice for zlib" in dotnet and len(dotnet) > 50_000


def test_bundle_holds_its_type_with_its_licence():
    for weight in ("Regular", "Medium", "SemiBold"):
        assert (RESOURCES / "fonts" / f"Inter-{weight}.otf").read_bytes()[:4] == b"OTTO"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (RESOURCES / "fonts" / "OFL.txt").read_text()


def test_library_needs_only_what_every_linux_has():
    dynamic = subprocess.run(["readelf", "--dynamic", "--wide", str(LIBRARY)], capture_output=True, text=True, check=True).stdout
    needed = {line.split("[")[1].split("]")[0] for line in dynamic.splitlines() if "(NEEDED)" in line}
    assert needed <= {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1", "ld-linux-x86-64.so.2"}


def test_library_exports_only_its_entry_points():
    symbols = subprocess.run(["nm", "--dynamic", "--defined-only", str(LIBRARY)], capture_output=True, text=True, check=True).stdout
    exported = {line.split()[-1].split("@")[0] for line in symbols.splitlines() if line.split()[-2] in "TWVDB"}
    assert {"ModuleEntry", "ModuleExit", "GetPluginFactory"} <= exported
    assert exported <= {
        "ModuleEntry", "ModuleExit", "GetPluginFactory", "InitDll", "ExitDll", "bundleEntry", "bundleExit", "SemanticEqDiagnostics",
    }  # fmt: skip


def test_library_never_asks_for_the_systems_openssl():
    # .NET's own cryptography loads libssl when first used, and aborts the host where there is none.
    assert b"libssl" not in LIBRARY.read_bytes()


def test_models_are_whole():
    for folder in (RESOURCES / "models").glob("v*"):
        said = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        assert all((folder / name).is_file() for name in said["files"]), folder.name
