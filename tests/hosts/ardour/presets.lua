-- Loads presets by their names into a plug-in, as a user does from the list above its window: ardour7-lua -- presets.lua FOLDER PLUGIN NAME...
-- Prints a line for each: NAME<tab>whether Ardour knew it<tab>whether it loaded<tab>Word A<tab>Amount.
local folder, plugin_name = arg[1], arg[2]
local session = create_session(folder, "session", 48000)
session:new_audio_track(2, 2, nil, 1, "Source", ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true)
local processor = ARDOUR.LuaAPI.new_plugin(session, plugin_name, ARDOUR.PluginType.VST3, "")
assert(not processor:isnil(), "Ardour does not know the plug-in " .. plugin_name)
for route in session:get_tracks():iter() do
    if route:name() == "Source" then route:add_processor_by_index(processor, 0, nil, true) end
end
local plugin = processor:to_insert():plugin(0)

local function value_of(label)
    for i = 0, plugin:parameter_count() - 1 do
        if plugin:parameter_label(i) == label then
            return (ARDOUR.LuaAPI.get_processor_param(processor, i, true))
        end
    end
    error("the plug-in has no parameter " .. label)
end

for i = 3, #arg do
    local preset = plugin:preset_by_label(arg[i])
    local known = preset ~= nil and preset.valid
    local loaded = known and plugin:load_preset(preset)
    print(table.concat({ arg[i], tostring(known), tostring(loaded), value_of("Word A"), value_of("Amount") }, "\t"))
end
close_session()
