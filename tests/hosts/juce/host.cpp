// A JUCE host: opens a VST3's editor in a window, plays noise through it, and tells what the editor does.
// usage: host BUNDLE SECONDS    Commands come by standard input, a line each, and are answered by "done" and themselves:
// set NAME=VALUE, automate N, size W H, reopen N, save FILE, load FILE, program N, gain, wait MS, quit.
#include <juce_audio_processors/juce_audio_processors.h>
#include <juce_gui_extra/juce_gui_extra.h>

#include <atomic>
#include <cstdio>
#include <iostream>
#include <thread>

using namespace juce;

bool makeAtoms(); // atoms.cpp

namespace {

constexpr double rate = 48000.0;
constexpr int blockSamples = 512;

template <typename... Arguments>
void tell(const char *format, Arguments... arguments) {
    std::printf(format, arguments...);
    std::printf("\n");
    std::fflush(stdout);
}

// What the plug-in's side does to its parameters.
struct Listener final : AudioProcessorListener {
    void audioProcessorParameterChanged(AudioProcessor *processor, int index, float value) override {
        auto *parameter = processor->getParameters()[index];
        tell("perform %s = %.6f (%s)", parameter->getName(64).toRawUTF8(), (double)value, parameter->getCurrentValueAsText().toRawUTF8());
    }
    void audioProcessorParameterChangeGestureBegin(AudioProcessor *processor, int index) override { gesture("begin", processor, index); }
    void audioProcessorParameterChangeGestureEnd(AudioProcessor *processor, int index) override { gesture("end", processor, index); }
    void audioProcessorChanged(AudioProcessor *, const ChangeDetails &) override {}

    static void gesture(const char *what, AudioProcessor *processor, int index) {
        tell("%s %s", what, processor->getParameters()[index]->getName(64).toRawUTF8());
    }
};

// Noise through the plug-in, block by block at the pace of real time.
struct Player {
    explicit Player(AudioPluginInstance &plugin) : thread([this, &plugin] { play(plugin); }) {}
    ~Player() {
        stop = true;
        thread.join();
    }

    void play(AudioPluginInstance &plugin) {
        AudioBuffer<float> buffer(jmax(plugin.getTotalNumInputChannels(), plugin.getTotalNumOutputChannels()), blockSamples);
        MidiBuffer midi;
        Random random(1);
        auto due = std::chrono::steady_clock::now();
        while (!stop) {
            double in = 0, out = 0;
            buffer.clear();
            for (int channel = 0; channel < 2; channel++)
                for (int i = 0; i < blockSamples; i++) {
                    float sample = 0.1f * (2.0f * random.nextFloat() - 1.0f);
                    buffer.setSample(channel, i, sample);
                    in += sample * sample;
                }
            automate(plugin);
            plugin.processBlock(buffer, midi);
            for (int channel = 0; channel < 2; channel++)
                for (int i = 0; i < blockSamples; i++)
                    out += buffer.getSample(channel, i) * buffer.getSample(channel, i);
            // Slow enough to be steady, fast enough to follow a click.
            ratio = 0.95 * ratio + 0.05 * (out / in);
            blocks++;
            due += std::chrono::microseconds((int)(1e6 * blockSamples / rate));
            std::this_thread::sleep_until(due);
        }
    }

    // Each parameter to somewhere else in each block, as a host that plays automation does it: on the audio thread.
    void automate(AudioPluginInstance &plugin) {
        if (automated.load() == 0)
            return;
        auto &parameters = plugin.getParameters();
        for (int i = 0; i < jmin(automated.load(), parameters.size()); i++)
            parameters.getUnchecked(i)->setValue(0.5f + 0.5f * std::sin(0.01f * (float)blocks.load() + (float)i));
    }

    double gainDb() const { return 10.0 * std::log10(jmax(1e-12, ratio.load())); }

    std::atomic<bool> stop{false};
    std::atomic<double> ratio{1.0};
    std::atomic<int> blocks{0}, automated{0};
    std::thread thread;
};

struct Window final : DocumentWindow {
    explicit Window(AudioProcessorEditor &editor) : DocumentWindow("JUCE host", Colours::black, 0) {
        setUsingNativeTitleBar(true);
        setContentNonOwned(&editor, true);
        setResizable(editor.isResizable(), false);
        setTopLeftPosition(0, 0);
        setVisible(true);
    }
    void closeButtonPressed() override { MessageManager::getInstance()->stopDispatchLoop(); }
};

struct Host {
    explicit Host(std::unique_ptr<AudioPluginInstance> made) : plugin(std::move(made)) {
        plugin->addListener(&listener);
        plugin->enableAllBuses();
        plugin->prepareToPlay(rate, blockSamples);
        player = std::make_unique<Player>(*plugin);
    }
    ~Host() {
        close();
        player = nullptr;
        plugin->releaseResources();
        plugin->removeListener(&listener);
    }

    bool open() {
        editor.reset(plugin->createEditorIfNeeded());
        if (editor == nullptr)
            return false;
        window = std::make_unique<Window>(*editor);
        return true;
    }
    void close() {
        window = nullptr;
        editor = nullptr;
    }

    void tellSize() const {
        auto at = editor->getScreenPosition();
        tell("editor %dx%d at %d,%d", editor->getWidth(), editor->getHeight(), at.x, at.y);
    }

    void set(const String &name, const String &text) {
        for (auto *parameter : plugin->getParameters())
            if (parameter->getName(64).equalsIgnoreCase(name))
                parameter->setValueNotifyingHost(parameter->getValueForText(text));
    }

    void save(const String &path) {
        MemoryBlock state;
        plugin->getStateInformation(state);
        File(path).replaceWithData(state.getData(), state.getSize());
    }

    void load(const String &path) {
        MemoryBlock state;
        if (File(path).loadFileAsData(state))
            plugin->setStateInformation(state.getData(), (int)state.getSize());
    }

    void reopen(int times) {
        for (int i = 0; i < times; i++) {
            close();
            if (!open())
                tell("the editor did not open again");
        }
    }

    // Answers by itself, later, for a wait.
    void obey(const String &line) {
        auto command = line.upToFirstOccurrenceOf(" ", false, false), rest = line.fromFirstOccurrenceOf(" ", false, false);
        auto done = [line] { tell("done %s", line.toRawUTF8()); };
        if (command == "wait")
            return Timer::callAfterDelay(rest.getIntValue(), done);
        if (command == "set")
            set(rest.upToFirstOccurrenceOf("=", false, false), rest.fromFirstOccurrenceOf("=", false, false));
        else if (command == "size") {
            editor->setSize(rest.getIntValue(), rest.fromFirstOccurrenceOf(" ", false, false).getIntValue());
            tellSize();
        } else if (command == "reopen")
            reopen(rest.getIntValue());
        else if (command == "save")
            save(rest);
        else if (command == "load")
            load(rest);
        else if (command == "program")
            plugin->setCurrentProgram(rest.getIntValue());
        else if (command == "automate")
            player->automated = rest.getIntValue();
        else if (command == "gain")
            tell("gain %.3f dB", player->gainDb());
        else if (command == "quit")
            MessageManager::getInstance()->stopDispatchLoop();
        done();
    }

    Listener listener;
    std::unique_ptr<AudioPluginInstance> plugin;
    std::unique_ptr<Player> player;
    std::unique_ptr<AudioProcessorEditor> editor;
    std::unique_ptr<Window> window;
};

std::unique_ptr<AudioPluginInstance> load(const String &bundle) {
    VST3PluginFormat format;
    OwnedArray<PluginDescription> found;
    format.findAllTypesForFile(found, bundle);
    if (found.isEmpty()) {
        tell("no plug-in in %s", bundle.toRawUTF8());
        return nullptr;
    }
    String error;
    auto made = format.createInstanceFromDescription(*found[0], rate, blockSamples, error);
    if (made == nullptr)
        tell("not loaded: %s", error.toRawUTF8());
    return made;
}

} // namespace

int main(int count, char **arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: host BUNDLE SECONDS\n");
        return 2;
    }
    if (!makeAtoms()) {
        tell("no display");
        return 2;
    }
    ScopedJuceInitialiser_GUI juce;
    auto plugin = load(arguments[1]);
    if (plugin == nullptr)
        return 2;
    tell("loaded %s, %d parameters, editor: %s", plugin->getName().toRawUTF8(), plugin->getParameters().size(), plugin->hasEditor() ? "yes" : "no");
    if (!plugin->hasEditor())
        return 3;
    Host host(std::move(plugin));
    if (!host.open()) {
        tell("the editor did not open");
        return 1;
    }
    host.tellSize();
    std::thread([&host] {
        for (std::string line; std::getline(std::cin, line);)
            MessageManager::callAsync([&host, line] { host.obey(line); });
    }).detach();
    Timer::callAfterDelay((int)(1000 * String(arguments[2]).getDoubleValue()), [] { MessageManager::getInstance()->stopDispatchLoop(); });
    MessageManager::getInstance()->runDispatchLoop();
    tell("played %d blocks, gain %.3f dB", host.player->blocks.load(), host.player->gainDb());
    return 0;
}
