#include "commands/play_machine.h"

#include "base/arena.h"
#include "commands/play_display.h"
#include "commands/play_setup.h"
#include "commands/play_status.h"
#include "commands/settings_files.h"
#include "host/notify.h"
#include "show/stage.h"

/* A program started by hand on a folder tells nobody and leaves nothing behind. */
static bool has_readers(const struct play_machine *machine, const char *source)
{
    return machine->command.service || machine->command.state || settings_is_address(source);
}

void play_machine_init(struct play_machine *machine, const struct command *command)
{
    struct clock_source clock;
    clock_init(&clock);
    *machine = (struct play_machine){.arena = arena_create()};
    diag_init(&machine->problems);
    settings_files_load(&machine->settings, command, command->service, &machine->problems);
    machine->command = settings_files_apply(command, &machine->settings);
    settings_files_report(&machine->command, &machine->problems);
    machine->notify = notify_create();
    pulse_init(&machine->pulse, notify_watchdog_us(machine->notify));
    const char *source = command->source ? command->source : machine->settings.source;
    machine->place = sync_place(&machine->command, source, machine->arena);
    play_crashes_init(&machine->crashes, machine->place.run, command->service, clock_now(&clock).mono);
    machine->status =
        play_status_create(has_readers(machine, source) ? machine->place.run : NULL, machine->place.state, machine->command.english);
    if (command->service || settings_is_address(source))
        machine->setup = play_setup_create(&machine->settings, &machine->problems, machine->place.run, machine->command.english);
}

enum clock_trust play_machine_trust(const struct play_machine *machine)
{
    switch (machine->settings.clock) {
    case SETTINGS_CLOCK_NETWORK:
        return CLOCK_TRUST_NETWORK;
    case SETTINGS_CLOCK_BATTERY:
        return CLOCK_TRUST_MACHINE;
    case SETTINGS_CLOCK_UNSAID:
        break;
    }
    return machine->command.service ? CLOCK_TRUST_NETWORK : CLOCK_TRUST_MACHINE;
}

void play_machine_finish(struct play_machine *machine)
{
    play_setup_destroy(machine->setup);
    play_status_destroy(machine->status);
    play_crashes_finish(&machine->crashes);
    notify_destroy(machine->notify);
    diag_finish(&machine->problems);
    settings_finish(&machine->settings);
    arena_destroy(machine->arena);
}

/* A call into the display that hangs never comes back here, a loop that is dead never comes by: either way no heartbeat goes out. */
static void beat(struct play_machine *machine, struct stage *stage, struct now now, struct mono mono)
{
    enum pulse_deed deed = pulse_look(&machine->pulse, mono, stage_frames(stage), stage_is_dark(stage));
    if (deed == PULSE_PROVE) {
        stage_present_again(stage, now);
        deed = pulse_look(&machine->pulse, mono, stage_frames(stage), stage_is_dark(stage));
    }
    if (deed == PULSE_BEAT && notify_heartbeat(machine->notify))
        pulse_sent(&machine->pulse, mono, stage_frames(stage));
}

void play_machine_begin(struct play_machine *machine, struct stage *stage, struct mono mono)
{
    if (!machine->crashes.safe_mode && machine->generation == 0)
        play_setup_begin(machine->setup, stage, mono);
}

bool play_machine_is_safe_over(struct play_machine *machine, struct mono mono)
{
    if (!machine->crashes.safe_mode || play_crashes_safe_us(&machine->crashes, mono) >= 0)
        return false;
    play_crashes_try_again(&machine->crashes);
    return true;
}

void play_machine_step(struct play_machine *machine, struct stage *stage, const struct play_display *display, struct now now, struct mono mono)
{
    const struct play_facts facts = {.generation = machine->generation,
                                     .slide = stage_slide_id(stage),
                                     .frames = stage_frames(stage),
                                     .display = play_display_word(display),
                                     .safe_mode = machine->crashes.safe_mode,
                                     .crashes = &machine->crashes,
                                     .settings = &machine->problems};
    play_status_step(machine->status, &facts, now, mono);
    if (!machine->crashes.safe_mode && machine->generation == 0)
        play_setup_step(machine->setup, stage, mono);
    if (!notify_is_heard(machine->notify))
        return;
    if (stage_frames(stage) > 0 || stage_is_dark(stage))
        notify_ready(machine->notify);
    notify_status(machine->notify, machine->crashes.safe_mode ? "safe mode" : stage_slide_id(stage));
    beat(machine, stage, now, mono);
}

int64_t play_machine_due_us(const struct play_machine *machine, const struct stage *stage, struct mono now)
{
    const int64_t dues_us[] = {pulse_due_us(&machine->pulse, now), play_crashes_safe_us(&machine->crashes, now),
                               machine->crashes.safe_mode || machine->generation > 0 ? -1 : play_setup_due_us(machine->setup, stage, now)};
    int64_t due_us = -1;
    for (size_t i = 0; i < sizeof dues_us / sizeof *dues_us; i++)
        if (dues_us[i] >= 0 && (due_us < 0 || dues_us[i] < due_us))
            due_us = dues_us[i];
    return due_us;
}
