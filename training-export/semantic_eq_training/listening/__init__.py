"""The listener: how strongly each descriptor is heard in a sound, and how much of what was asked is heard."""
