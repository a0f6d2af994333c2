-- Drives Ardour without a display, in two steps, each a process of its own as two evenings of work would be:
--   ardour7-lua -- session.lua create FOLDER PLUGIN SAMPLES SET... RAMP
--   ardour7-lua -- session.lua reopen FOLDER PLUGIN SAMPLES SET... RAMP
-- SET is LABEL=VALUE/MAX and RAMP is LABEL:FROM:TO/MAX, in the parameter's own units, which start at 0 and end at MAX. The ramp
-- takes the middle third of the session; a RAMP of "*" moves every parameter up or down in each second. Prints one line a fact: KEY<tab>VALUE.
local SAMPLE_RATE = 48000
local SESSION_NAME = "session"
local TRACK_NAME = "Source"

local step, folder, plugin_name, samples = arg[1], arg[2], arg[3], tonumber(arg[4])
local settings, ramp = {}, nil
for i = 5, #arg do
    local label, value, max = arg[i]:match("^(.+)=([%d.]+)/([%d.]+)$")
    if label then
        settings[#settings + 1] = { label = label, fraction = tonumber(value) / tonumber(max) }
    else
        local ramped, from, to, range = arg[i]:match("^(.+):([%d.]+):([%d.]+)/([%d.]+)$")
        ramp = { label = ramped, from = tonumber(from) / tonumber(range), to = tonumber(to) / tonumber(range) }
    end
end

local function tell(key, ...)
    print(table.concat({ key, ... }, "\t"))
end

local function the_track(session)
    for route in session:get_tracks():iter() do
        if route:name() == TRACK_NAME then return route end
    end
    error("the session has no track " .. TRACK_NAME)
end

-- Ardour counts parameters in its own order; only the label says which is which.
local function index_of(processor, label)
    local plugin = processor:to_insert():plugin(0)
    for i = 0, plugin:parameter_count() - 1 do
        if plugin:parameter_label(i) == label then return i end
    end
    error("the plug-in has no parameter " .. label)
end

-- The automation list, its descriptor and the control behind it.
local function automation_of(processor, index)
    local _, list, descriptor = ARDOUR.LuaAPI.plugin_automation(processor, index)
    local id = processor:to_insert():plugin(0):nth_parameter(index, false)
    local control = processor:to_insert():to_automatable():automation_control(
        Evoral.Parameter(ARDOUR.AutomationType.PluginAutomation, 0, id), false)
    return list, descriptor, control
end

local function in_range(descriptor, fraction)
    return descriptor.lower + fraction * (descriptor.upper - descriptor.lower)
end

local function fraction_of(descriptor, value)
    return (value - descriptor.lower) / (descriptor.upper - descriptor.lower)
end

local function at(sample)
    return Temporal.timepos_t(math.floor(sample))
end

local function draw_ramp(processor)
    local list, descriptor, control = automation_of(processor, index_of(processor, ramp.label))
    local low, high = in_range(descriptor, ramp.from), in_range(descriptor, ramp.to)
    list:add(at(0), low, false, true)
    list:add(at(samples / 3), low, false, true)
    list:add(at(samples * 2 / 3), high, false, true)
    list:add(at(samples), high, false, true)
    control:set_automation_state(ARDOUR.AutoState.Play)
end

local function zigzag(processor)
    local plugin = processor:to_insert():plugin(0)
    for index = 0, plugin:parameter_count() - 1 do
        if plugin:parameter_is_input(index) then
            local list, descriptor, control = automation_of(processor, index)
            for turn = 0, math.floor(samples / SAMPLE_RATE) do
                list:add(at(turn * SAMPLE_RATE), in_range(descriptor, (turn + index) % 2), false, true)
            end
            control:set_automation_state(ARDOUR.AutoState.Play)
        end
    end
end

local function create()
    local session = create_session(folder, SESSION_NAME, SAMPLE_RATE)
    assert(session, "Ardour made no session")
    session:new_audio_track(2, 2, nil, 1, TRACK_NAME, ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true)
    local processor = ARDOUR.LuaAPI.new_plugin(session, plugin_name, ARDOUR.PluginType.VST3, "")
    assert(not processor:isnil(), "Ardour does not know the plug-in " .. plugin_name)
    assert(the_track(session):add_processor_by_index(processor, 0, nil, true) == 0, "the plug-in could not be inserted")
    tell("inserted", processor:name())

    for _, set in ipairs(settings) do
        local index = index_of(processor, set.label)
        local _, descriptor = automation_of(processor, index)
        assert(ARDOUR.LuaAPI.set_processor_param(processor, index, in_range(descriptor, set.fraction)), set.label .. " was refused")
    end

    if ramp.label == "*" then zigzag(processor) else draw_ramp(processor) end

    -- Parameters travel to the plug-in with the process cycle of the (dummy) engine.
    ARDOUR.LuaAPI.usleep(300000)
    session:save_state("")
    close_session()
end

local function reopen()
    local session = load_session(folder, SESSION_NAME)
    assert(session, "Ardour can't load the session")
    local processor = the_track(session):nth_plugin(0)
    assert(not processor:isnil(), "the reopened track has no plug-in")
    tell("reopened", processor:name())
    tell("rate", session:nominal_sample_rate())
    for _, set in ipairs(settings) do
        local index = index_of(processor, set.label)
        local _, descriptor = automation_of(processor, index)
        tell("value", set.label, fraction_of(descriptor, ARDOUR.LuaAPI.get_processor_param(processor, index, false)), set.fraction)
    end
    local list, descriptor = automation_of(processor, index_of(processor, ramp.label))
    tell("points", list:size())
    for _, part in ipairs({ 0, 1 / 3, 1 / 2, 2 / 3, 1 }) do
        local want = ramp.from + (ramp.to - ramp.from) * math.min(1, math.max(0, part * 3 - 1))
        tell("automation", string.format("%s at %.3f", ramp.label, part), fraction_of(descriptor, list:eval(at(samples * part))), want)
    end
    close_session()
end

AudioEngine:set_backend("None (Dummy)", "", "")
local steps = { create = create, reopen = reopen }
local ok, message = pcall(assert(steps[step], "create or reopen"))
if not ok then tell("error", message) end
quit()
