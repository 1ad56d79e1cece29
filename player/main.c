/* Front door: finds the subcommand, nothing else. */
#include "commands/command.h"

int main(int argc, char **argv)
{
    return command_run(argc, argv);
}
