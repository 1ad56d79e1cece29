/* Days of lines that say alike: of a list, a table, or one below the other in a paragraph; where one day is known to be an event the others are likely to
 * be. It knows by likeness.h how alike they are. */
#ifndef PARVIS_CONTENT_READINGS_SIBLINGS_H
#define PARVIS_CONTENT_READINGS_SIBLINGS_H

struct readings;

/* Days of which no word tells what they are become events when one of their list is one, none is a last day, and they do not look otherwise. Once all
 * passages are read. */
void readings_siblings_settle(struct readings *readings);

#endif
