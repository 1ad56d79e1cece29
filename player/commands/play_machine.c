#include "commands/play_machine.h"

#include "commands/settings_files.h"
#include "host/notify.h"
#include "show/stage.h"

void play_machine_init(struct play_machine *machine, const struct command *command)
{
    *machine = (struct play_machine){0};
    diag_init(&machine->problems);
    settings_files_load(&machine->settings, command, command->service, &machine->problems);
    machine->command = settings_files_apply(command, &machine->settings);
    settings_files_report(&machine->command, &machine->problems);
    machine->notify = notify_create();
    pulse_init(&machine->pulse, notify_watchdog_us(machine->notify));
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
    notify_destroy(machine->notify);
    diag_finish(&machine->problems);
    settings_finish(&machine->settings);
}

/* A call into the display that hangs never comes back here, a loop that is dead never comes by: either way no heartbeat goes out. */
static void beat(struct play_machine *machine, struct stage *stage, struct now now)
{
    enum pulse_deed deed = pulse_look(&machine->pulse, now.mono, stage_frames(stage), stage_is_dark(stage));
    if (deed == PULSE_PROVE) {
        stage_present_again(stage, now);
        deed = pulse_look(&machine->pulse, now.mono, stage_frames(stage), stage_is_dark(stage));
    }
    if (deed == PULSE_BEAT && notify_heartbeat(machine->notify))
        pulse_sent(&machine->pulse, now.mono, stage_frames(stage));
}

void play_machine_step(struct play_machine *machine, struct stage *stage, struct now now)
{
    if (!notify_is_heard(machine->notify))
        return;
    if (stage_frames(stage) > 0 || stage_is_dark(stage))
        notify_ready(machine->notify);
    notify_status(machine->notify, stage_slide_id(stage));
    beat(machine, stage, now);
}

int64_t play_machine_due_us(const struct play_machine *machine, struct mono now)
{
    return pulse_due_us(&machine->pulse, now);
}
