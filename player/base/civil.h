/* The proleptic Gregorian calendar as arithmetic: days, weekdays, validity. It knows no time zone and no clock. */
#ifndef PARVIS_BASE_CIVIL_H
#define PARVIS_BASE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

/* A wall-clock reading: month 1-12, day 1-31, hour 0-23 (24:00 is written as the next day). */
struct civil {
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
};

/* Days since 1970-01-01 of a date, and back (hour, minute and second are set to 0).
 * Algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms". */
int64_t civil_to_days(int year, int month, int day);
struct civil civil_from_days(int64_t days);

/* 0 = Sunday ... 6 = Saturday. */
int civil_weekday(int year, int month, int day);
int civil_weekday_of_days(int64_t days);

int civil_days_in_month(int year, int month);

/* True for a date and time that exist (years 1 to 9999; no leap seconds). */
bool civil_is_valid(const struct civil *civil);

#endif
