/* English, as a second table: nothing but words differs from French. */
#include "content/grammar.h"
#include "content/likeness.h"

static const struct grammar_word months[] = {{"january", 1}, {"jan", 1},  {"february", 2}, {"feb", 2},       {"march", 3},   {"mar", 3},      {"april", 4}, {"apr", 4},
                                             {"may", 5},     {"june", 6}, {"jun", 6},      {"july", 7},      {"jul", 7},     {"august", 8},   {"aug", 8},   {"september", 9},
                                             {"sept", 9},    {"sep", 9},  {"october", 10}, {"oct", 10},      {"november", 11}, {"nov", 11},    {"december", 12}, {"dec", 12},
                                             {NULL, 0}};
static const struct grammar_word weekdays[] = {{"sunday", 0}, {"monday", 1}, {"tuesday", 2}, {"wednesday", 3}, {"thursday", 4}, {"friday", 5}, {"saturday", 6}, {"sun", 0},
                                               {"mon", 1},    {"tue", 2},    {"tues", 2},    {"wed", 3},       {"thu", 4},      {"thur", 4},   {"thurs", 4},    {"fri", 5},
                                               {"sat", 6},    {NULL, 0}};
static const struct grammar_word weekday_letters[] = {{NULL, 0}};
static const struct grammar_word days[] = {{NULL, 0}};
static const struct grammar_word instants[] = {{"noon", 720}, {"midday", 720}, {"midnight", 1440}, {NULL, 0}};
static const struct grammar_word halves[] = {{NULL, 0}};
static const struct grammar_word counts[] = {{NULL, 0}};
static const struct grammar_word minutes[] = {{NULL, 0}};
static const char *const ordinals[] = {"st", "nd", "rd", "th", NULL};
static const char *const hours[] = {"h", "hrs", "hours", "oclock", NULL};
static const struct grammar_word meridiem[] = {{"am", 0}, {"pm", 720}, {NULL, 0}};
static const struct grammar_word day_halves[] = {{"in the morning", 0}, {"in the evening", 720}, {"in the afternoon", 720}, {NULL, 0}};
static const char *const welcomes[] = {"welcome", NULL}, *const doors[] = {"doors", NULL}, *const preparing[] = {"exhibitor", "volunteer", "setup", NULL}, *const setting_up[] = {"setup", NULL}, *const shut_for[] = {"traffic", NULL};
static const char *const to[] = {"to", "until", "till", "through", "thru", NULL};
static const char *const between[] = {"between", NULL};
static const char *const and[] = {"and", "or", NULL};
static const char *const either[] = {"or", NULL};
static const char *const determiners[] = {"a", "an", "the", NULL};
static const char *const articles[] = {"the", "of", "on", NULL};
static const char *const fillers[] = {"the", "on", "of", "at", "next", "this", "is", "and", "including", "inclusive", "noon", "midnight", "coming", "by", "no", "later", "than", "day", "end", NULL};
static const char *const at[] = {"at", "from", "between", "by", "before", "and", NULL};
static const char *const from[] = {"from", NULL};
static const char *const until[] = {"until", "till", "by", "before", NULL};
static const char *const lasting[] = {"for", "lasts", "lasting", "about", "every", "in", "within", NULL};
static const char *const day_parts[] = {"morning", "afternoon", "evening", NULL};
static const char *const place_words[] = {"at", "in", "room", NULL};
static const char *const labels[] = {"date", "dates", "when", "day", NULL};
static const char *const units[] = {"h", "hours", "hour", "days", "day", "weeks", "week", "months", "month", "minutes", NULL};
static const char *const weeks[] = {"week", "weeks", "month", "months", NULL};
static const char *const coming[] = {"upcoming", "coming", NULL};
static const char *const streets[] = {"square", "street", NULL};
static const char *const day_end_leads[] = {"in", "the", "end", "of", NULL};
static const char *const day_ends[] = {"evening", "day", NULL}, *const mornings[] = {"morning", NULL};
static const char *const included[] = {"inclusive", "included", NULL};
static const char *const past_auxiliary[] = {NULL};
static const char *const polls[] = {"polls", "polling", NULL}, *const ballots[] = {"election", "referendum", NULL}, *const rounds[] = {"session", "sessions", "date", "dates", "edition", "editions", NULL};
static const char *const next[] = {"next", "upcoming", NULL};
static const char *const supposing[] = {"if", NULL};
static const char *const besides[] = {"lunch", "dinner", "break", "buffet", "drinks", "bus", "buses", "coach", "shuttle", "train", "return", "end", "closing", NULL};
static const char *const whole_day[] = {"all", "day", NULL};
static const char *const past_endings[] = {NULL};
static const char *const not_past[] = {NULL};
static const char *const future_endings[] = {NULL};
static const char *const not_future[] = {NULL};

static const char *const request_endings[] = {NULL};
static const char *const not_request[] = {NULL}, *const doing_endings[] = {NULL};

static const char *const participles[] = {NULL};
static const char *const being[] = {"is", "are", "be", NULL};
static const char *const movers[] = {NULL};
static const char *const records[] = {"received", "submitted", "sent", "born", "created", "published", NULL};
static const char *const launching[] = {"launched", "opened", NULL};
static const char *const cases[] = {"cases", NULL};
static const char *const same[] = {"same", NULL};
static const char *const hour_nouns[] = {"time", "times", "hours", NULL};
static const char *const place_nouns[] = {"place", "venue", "room", "address", NULL};
static const char *const instead[] = {"instead", "of", NULL};
static const char *const count_leads[] = {NULL};
static const char *const subtracts[] = {NULL};
static const char *const correcting[] = {NULL};
static const char *const called_off[] = {"cancel", NULL};
static const char *const reported[] = {"postponed", "rescheduled", NULL};
static const char *const put_off[] = {"extend", NULL}, *const shifted[] = {"mov", "postpon", "delay", "brought", "push", NULL}, *const displaced[] = {NULL};
static const char *const handed[] = {"received", "submitted", "sent", NULL};
static const char *const counting[] = {"allow", NULL}, *const length_leads[] = {"allow", "during", NULL};
static const char *const length_goals[] = {"for", "with", "each", NULL};
static const char *const length_nouns[] = {NULL};
static const char *const at_last[] = {"finally", NULL}, *const leaving[] = {"leav", "depart", NULL}, *const starters[] = {"start", "kickoff", NULL}, *const of_many[] = {"are", "will", "have", NULL}, *const annexes[] = {"parking", "bar", "desk", "happy", "library", "building", "doors", "free", "reduced", NULL};
static const char *const length_heads[] = {"duration", "lasts", "last", NULL};
static const char *const minute_units[] = {"min", "minute", "minutes", NULL};
static const char *const releasing[] = {"stop", NULL}, *const stoppers[] = {"we", "everything", NULL}, *const lasts[] = {"lasts", "last", "runs", NULL};
static const char *const showings[] = {"presentation", "session", "performance", NULL}, *const quarters[] = {"quarters", NULL}, *const holding[] = {"with", "including", NULL}, *const breaks[] = {"break", "breaks", "questions", "discussion", NULL};
static const char *const gone[] = {"last", "past", NULL}, *const settled[] = {"planned", "scheduled", "announced", NULL};
static const char *const wanting[] = {"place", "held", NULL}, *const serving[] = {"for", NULL};
static const char *const daily[] = {"day", "daily", NULL};
static const char *const parts[] = {"first", "second", "third", "last", "other", "others", NULL};
static const char *const firsts[] = {"first", NULL};
static const char *const again[] = {"again", "once", "more", "also", "then", NULL};
static const char *const closings[] = {"end", NULL};
static const char *const sharp[] = {"sharp", NULL};
static const char *const beginning[] = {"start", "begin", "open", NULL};
static const char *const beginning_many[] = {NULL};
static const char *const following[] = {"after", "following", NULL};
static const char *const each_of[] = {"session", "workshop", "stop", "time", "meeting", "event", "talk", "visit", NULL};
static const char *const all[] = {"all", NULL};
static const char *const both[] = {"both", NULL};
static const char *const shutting[] = {"clos", "shut", NULL}, *const stopping[] = {"stops", NULL};
static const char *const ending[] = {"end", "finish", "close", "run", NULL};
static const char *const ending_fill[] = {"and", "then", "on", "until", "till", "to", "the", NULL};
static const char *const ceremonies[] = {"launch", "kickoff", NULL};
static const char *const others[] = {"other", "another", NULL};
static const char *const recurring[] = {"mornings", "evenings", "weekends", NULL};
static const char *const hour_labels[] = {"time", "times", NULL};
static const char *const of[] = {"of", NULL};
static const char *const agents[] = {"by", NULL};
static const char *const everybody[] = {"all", "everyone", "public", NULL};
static const char *const inviting[] = {"invit", NULL};
static const char *const times[] = {"times", NULL};
static const char *const they[] = {"they", NULL};
static const char *const each[] = {"each", "every", NULL};
static const char *const awaited[] = {NULL};
static const char *const answers[] = {NULL};
static const char *const hand_in[] = {NULL};
static const char *const handing_in[] = {"submission", "submissions", "applications", NULL};
static const char *const buildings[] = {"museum", "library", "pool", "park", "office", NULL};
static const char *const habits[] = {"every", "each", "daily", "weekly", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", NULL};
static const char *const month_nouns[] = {"month", NULL};
static const char *const always[] = {"always", NULL};
static const char *const noun_leads[] = {NULL};
static const char *const negations[] = {"not", NULL};
static const char *const in_year[] = {"in", NULL};
static const char *const courses[] = {NULL}, *const upon[] = {NULL}, *const reflexive[] = {NULL}, *const films[] = {"screening", "film", NULL}, *const some[] = {"some", NULL}, *const namely[] = {"namely", NULL}, *const programmes[] = {"programme", "agenda", NULL}, *const nuisances[] = {"roadworks", "closure", NULL}, *const resetting[] = {"held", NULL};
static const char *const that[] = {"this", "that", NULL}, *const this_one[] = {"this", NULL}, *const hence[] = {NULL};
static const char *const yours[] = {"your", NULL}, *const never[] = {NULL};
static const char *const rejecting[] = {"reject", "refus", NULL}, *const enabling[] = {"can", "must", NULL}, *const considered[] = {"consider", "accept", "review", "process", NULL};
static const char *const only[] = {"only", NULL};
static const char *const in_case[] = {"case", "if", NULL};
static const char *const choices[] = {"choose", "slots", NULL};
static const struct grammar_word feasts[] = {{"31 december", 1231}, {"31 october", 1031}, {NULL, 0}};
static const char *const you[] = {"you", NULL}, *const not_for_you[] = {"if", NULL}, *const lacking[] = {"no", "without", "end", NULL}, *const one[] = {"a", "an", NULL}, *const deeds[] = {NULL}, *const offering[] = {"offers", "hosts", NULL}, *const receiving[] = {"welcomes", NULL}, *const joining[] = {NULL}, *const reporting[] = {NULL}, *const during[] = {"for", NULL}, *const about[] = {"about", "approximately", NULL}, *const halted[] = {"maintenance", "delivery", "deliveries", "outage", NULL};
static const char *const we[] = {"we", NULL}, *const once[] = {"next", "this", "last", NULL};
static const char *const zone_heads[] = {NULL}, *const zone_tails[] = {"time", NULL}, *const zone_inner[] = {NULL};
static const struct grammar_zone zones[] = {
    {"paris", "Europe/Paris"}, {"french", "Europe/Paris"}, {"central european", "Europe/Paris"}, {"cet", "Europe/Paris"}, {"cest", "Europe/Paris"},
    {"brussels", "Europe/Brussels"}, {"london", "Europe/London"}, {"uk", "Europe/London"}, {"new york", "America/New_York"},
    {"reunion", "Indian/Reunion"}, {"martinique", "America/Martinique"}, {"tokyo", "Asia/Tokyo"}, {"utc", "UTC"}, {"gmt", "UTC"}, {NULL, NULL}};
static const char *const column_begins[] = {"start", "from", "opens", "opening", NULL};
static const char *const speaking[] = {"speak", "present", NULL};
static const char *const practical[] = {"practical", "practicalities", "times", NULL};
static const char *const themes[] = {"topic", "topics", "theme", "speaker", "speakers", "with", "venue", "place", "time", NULL};
static const char *const reports[] = {"guide", "guides", "guidance", "faq", "notes", "changelog", "release", "version", "review", "recap", "retrospective", "report",
                                      "diary", "interview", "portrait", "results", "winners", "appointment", "appointments", NULL};
static const char *const next_day[] = {"tomorrow", NULL};
static const char *const eves[] = {NULL}, *const next_week[] = {"after", "later", NULL};
static const char *const scores[] = {"against", NULL};
static const char *const rosters[] = {"menu", "menus", "pharmacies", "tides", "weather", "waste", "births", "roadworks", NULL};
static const char *const asides[] = {"legal", "history", "background", "example", "examples", "faq", "question", "questions", "jury", "contract", "afterwards", NULL};
static const char *const steps[] = {"step", NULL};
static const char *const showing[] = {"presents", "shows", NULL}, *const performing[] = {"stop", NULL};
static const char *const works[] = {"roadworks", "closure", "closures", NULL};
static const char *const anew[] = {"new", "refund", "extend", NULL};
static const char *const forms[] = {"form", "questionnaire", "platform", "portal", "call", "registration", "application", "consultation", "survey", "vote", NULL};
static const char *const tours[] = {"tour", "stops", NULL};
static const char *const last_days[] = {"deadline", "closing", NULL}, *const called_for[] = {"call", "registration", "application", "consultation", "survey", "vote", NULL};
static const char *const relatives[] = {"which", "that", NULL};
static const char *const column_owners[] = {"owner", "lead", "status", NULL};
static const char *const column_closes[] = {"closes", "closing", NULL};
static const char *const column_opens[] = {"opens", "opening", NULL};
static const char *const column_ends[] = {"end", "to", "closes", "closing", NULL};

static const struct grammar_cue told[] = {
    {"until", CUE_UNTIL}, {"till", CUE_UNTIL},
    {"by", CUE_UNTIL},
    {"no later than", CUE_UNTIL},
    {"up to", CUE_UNTIL},
    {"on or before", CUE_UNTIL},
    {"you have until", CUE_DUE},
    {"enrolment*|enrollment*", CUE_CALL},
    {"open|available through", CUE_UNTIL},
    {"sign up", CUE_ADDRESS}, {"pay your", CUE_ADDRESS}, {"trip to", CUE_EVENT}, {"renew|return|submit|send|complete your|the", CUE_ADDRESS}, {"open lab|day|days|doors", CUE_EVENT}, {"first class|lesson|session", CUE_EVENT}, {"parish|village|charity|community lunch|dinner|supper|breakfast", CUE_EVENT},
    {"summer|winter|spring school", CUE_EVENT},
    {"school|festival|exhibition|workshop|course|conference|fair runs from", CUE_EVENT},
    {"have until", CUE_DUE},
    {"please", CUE_ASK},
    {"can", CUE_ASK},
    {"must", CUE_ASK},
    {"before", CUE_BEFORE},
    {"prior to", CUE_BEFORE},
    {"extended to|until|till", CUE_MOVED},
    {"postponed to|until|till", CUE_MOVED},
    {"new deadline", CUE_MOVED},
    {"deadline*", CUE_LIMIT},
    {"closing date", CUE_LIMIT},
    {"close on", CUE_LIMIT},
    {"closes on", CUE_LIMIT},
    {"closes", CUE_LIMIT},
    {"will close", CUE_LIMIT},
    {"due", CUE_LIMIT},
    {"application*", CUE_CALL},
    {"apply", CUE_ADDRESS},
    {"register", CUE_ADDRESS},
    {"registration*", CUE_CALL},
    {"submission*", CUE_CALL},
    {"submit", CUE_ADDRESS},
    {"send", CUE_ADDRESS},
    {"proposal*", CUE_CALL},
    {"call for proposals|papers|projects|applications|contributions|participation", CUE_CALL},
    {"consultation*", CUE_CALL},
    {"survey*", CUE_CALL},
    {"vote", CUE_CALL},
    {"booking*", CUE_CALL},
    {"you have", CUE_ADDRESS},
    {"you can", CUE_ADDRESS},
    {"open from", CUE_OPEN},
    {"open", CUE_OPEN},
    {"will take place", CUE_HELD},
    {"takes place", CUE_HELD},
    {"take place", CUE_HELD},
    {"will be held", CUE_HELD},
    {"is held", CUE_HELD},
    {"join us", CUE_MEET},
    {"come", CUE_MEET},
    {"meet us", CUE_MEET},
    {"invite*", CUE_MEET},
    {"welcome", CUE_MEET},
    {"save the date", CUE_MEET},
    {"look forward to", CUE_MEET},
    {"see|seeing you", CUE_MEET},
    {"unavailable", CUE_PRIVATE},
    {"maintenance", CUE_PRIVATE},
    {"event*", CUE_EVENT},
    {"meeting*", CUE_EVENT},
    {"workshop*", CUE_EVENT},
    {"webinar*", CUE_EVENT},
    {"conference*", CUE_EVENT},
    {"seminar*", CUE_EVENT},
    {"training*", CUE_EVENT},
    {"session*", CUE_EVENT},
    {"talk*", CUE_EVENT},
    {"lecture*", CUE_EVENT},
    {"concert*", CUE_EVENT},
    {"exhibition*", CUE_EVENT},
    {"festival*", CUE_EVENT},
    {"fair*", CUE_EVENT},
    {"forum*", CUE_EVENT},
    {"summit*", CUE_EVENT},
    {"hackathon*", CUE_EVENT},
    {"meetup*", CUE_EVENT},
    {"open day*", CUE_EVENT},
    {"open house", CUE_EVENT},
    {"ceremony", CUE_EVENT},
    {"tour*", CUE_EVENT},
    {"breakfast*", CUE_EVENT},
    {"evening*", CUE_EVENT},
    {"panel*", CUE_EVENT},
    {"demo day", CUE_EVENT},
    {"when", CUE_EVENT},
    {"jury", CUE_PRIVATE},
    {"elsewhere in|on", CUE_ELSEWHERE},
    {"in|with our|this|the example", CUE_ELSEWHERE},
    {"organised|organized|run by others", CUE_ELSEWHERE},
    {"interview*", CUE_PRIVATE},
    {"committee*", CUE_PRIVATE},
    {"results", CUE_STEP},
    {"winner*", CUE_STEP},
    {"announce*", CUE_STEP},
    {"will be notified|informed|published|announced|contacted|selected", CUE_STEP},
    {"we will reply|answer|publish|announce|contact", CUE_STEP},
    {"timeline", CUE_SCHEDULE},
    {"key dates", CUE_SCHEDULE},
    {"start*", CUE_STEP},
    {"launch*", CUE_STEP},
    {"contract*", CUE_TERM},
    {"internship*", CUE_TERM},
    {"closed", CUE_TERM},
    {"valid", CUE_TERM},
    {"funded", CUE_TERM},
    {"act", CUE_LAW},
    {"law*", CUE_LAW},
    {"decree*", CUE_LAW},
    {"regulation*", CUE_LAW},
    {"directive*", CUE_LAW},
    {"since", CUE_SINCE},
    {"as of", CUE_SINCE},
    {"starting", CUE_SINCE},
    {"published", CUE_SINCE},
    {"posted", CUE_SINCE},
    {"signed", CUE_SINCE},
    {"after", CUE_SINCE},
    {"version of", CUE_SINCE},
    {"updated", CUE_DATELINE},
    {"last modified", CUE_DATELINE},
    {"originally", CUE_FORMERLY},
    {"initially", CUE_FORMERLY},
    {"instead of", CUE_FORMERLY},
    {"was", CUE_PAST},
    {"were", CUE_PAST},
    {"took place", CUE_PAST},
    {"held", CUE_PAST},
    {"has been", CUE_PAST},
    {"have been", CUE_PAST},
    {"had", CUE_PAST},
    {"past events", CUE_PAST},
    {"previous*", CUE_PAST},
    {"will", CUE_WILL},
    {"last", CUE_LAST},
    {"is|are now closed", CUE_OFF},
    {"thesis defence|defense", CUE_EVENT},
    {"public hearing*", CUE_EVENT},
    {"submitted|accepted through", CUE_UNTIL},
    {"should|must reach us", CUE_CALL},
    {"symposium", CUE_EVENT},
    {"registration* ends", CUE_LIMIT},
    {"meet up|ups", CUE_EVENT},
    {"applications|submissions|proposals|contributions|nominations are welcome", CUE_CALL},
    {"library|museum|desk hours", CUE_HOURS},
    {"should book", CUE_CALL},
    {"request yours", CUE_CALL},
    {"close|closes at midnight", CUE_LIMIT},
    {"symposium proceedings", CUE_NONE},
    {"office|offices|library|museum|shop close|closes on", CUE_PRIVATE},
    {"cancelled", CUE_OFF},
    {"canceled", CUE_OFF},
    {"fully booked", CUE_OFF},
    {"sold out", CUE_OFF},
    {"is full", CUE_OFF},
    {"full", CUE_CLOSED},
    {"opening hours", CUE_HOURS},
    {"office hours", CUE_HOURS},
    {"monday to friday|saturday", CUE_HOURS},
    {NULL, CUE_NONE}};

static const struct grammar_cue *const cues[] = {told, NULL};

const struct grammar dates_en = {
    .language = "en",
    .months = months,
    .weekdays = weekdays,
    .weekday_letters = weekday_letters,
    .days = days,
    .instants = instants,
    .halves = halves,
    .counts = counts,
    .minutes = minutes,
    .ordinals = ordinals,
    .hours = hours,
    .meridiem = meridiem,
    .day_halves = day_halves,
    .welcomes = welcomes,
    .doors = doors,
    .preparing = preparing, .setting_up = setting_up, .shut_for = shut_for,
    .to = to,
    .between = between,
    .and = and,
    .either = either,
    .articles = articles,
    .determiners = determiners,
    .fillers = fillers,
    .at = at,
    .from = from,
    .until = until,
    .lasting = lasting,
    .day_parts = day_parts,
    .place_words = place_words,
    .labels = labels,
    .weeks = weeks,
    .units = units,
    .coming = coming,
    .streets = streets,
    .included = included,
    .day_end_leads = day_end_leads,
    .day_ends = day_ends, .mornings = mornings,
    .past_auxiliary = past_auxiliary,
    .past_endings = past_endings,
    .supposing = supposing,
    .next = next,
    .rounds = rounds, .polls = polls, .ballots = ballots,
    .besides = besides,
    .whole_day = whole_day,
    .not_past = not_past,
    .future_endings = future_endings,
    .not_future = not_future,
    .request_endings = request_endings,
    .not_request = not_request, .doing_endings = doing_endings,
    .participles = participles,
    .being = being,
    .movers = movers,
    .accented_movers = movers,
    .records = records,
    .launching = launching,
    .awaited = awaited,
    .each = each,
    .of = of,
    .agents = agents,
    .everybody = everybody,
    .inviting = inviting,
    .times = times,
    .they = they,
    .each_of = each_of,
    .tours = tours,
    .hour_labels = hour_labels,
    .recurring = recurring,
    .others = others,
    .ceremonies = ceremonies,
    .ending_fill = ending_fill,
    .ending = ending,
    .shutting = shutting,
    .stopping = stopping,
    .closings = closings,
    .sharp = sharp,
    .beginning = beginning,
    .beginning_many = beginning_many,
    .following = following,
    .all = all,
    .both = both,
    .firsts = firsts,
    .again = again,
    .parts = parts,
    .daily = daily,
    .serving = serving,
    .cases = cases,
    .same = same,
    .hour_nouns = hour_nouns,
    .place_nouns = place_nouns,
    .instead = instead,
    .count_leads = count_leads,
    .subtracts = subtracts,
    .correcting = correcting,
    .called_off = called_off,
    .reported = reported,
    .put_off = put_off,
    .shifted = shifted,
    .displaced = displaced,
    .at_last = at_last,
    .of_many = of_many,
    .starters = starters,
    .leaving = leaving,
    .annexes = annexes,
    .handed = handed,
    .breaks = breaks, .holding = holding, .quarters = quarters, .showings = showings,
    .releasing = releasing, .stoppers = stoppers,
    .lasts = lasts,
    .length_heads = length_heads,
    .counting = counting, .length_leads = length_leads,
    .length_goals = length_goals,
    .length_nouns = length_nouns,
    .minute_units = minute_units,
    .gone = gone,
    .settled = settled,
    .wanting = wanting,
    .answers = answers,
    .hand_in = hand_in,
    .buildings = buildings,
    .handing_in = handing_in,
    .habits = habits,
    .once = once,
    .we = we,
    .you = you, .not_for_you = not_for_you, .lacking = lacking, .one = one, .halted = halted, .during = during, .deeds = deeds, .feasts = feasts, .offering = offering, .receiving = receiving, .joining = joining, .reporting = reporting, .about = about,
    .choices = choices,
    .in_case = in_case,
    .only = only,
    .negations = negations,
    .denial = &denial_words_en, .request = &request_words_en, .likeness = &likeness_en,
    .noun_leads = noun_leads,
    .in_year = in_year,
    .never = never,
    .that = that,
    .this_one = this_one,
    .hence = hence,
    .courses = courses,
    .upon = upon,
    .reflexive = reflexive,
    .films = films,
    .some = some,
    .namely = namely,
    .programmes = programmes, .nuisances = nuisances, .resetting = resetting,
    .yours = yours,
    .considered = considered, .rejecting = rejecting, .enabling = enabling,
    .always = always,
    .month_nouns = month_nouns,
    .zone_heads = zone_heads,
    .zone_tails = zone_tails,
    .zone_inner = zone_inner,
    .zones = zones,
    .column_begins = column_begins,
    .column_ends = column_ends,
    .column_opens = column_opens,
    .column_closes = column_closes,
    .column_owners = column_owners,
    .relatives = relatives,
    .steps = steps,
    .showing = showing,
    .performing = performing,
    .works = works,
    .anew = anew,
    .called_for = called_for, .last_days = last_days,
    .forms = forms,
    .themes = themes,
    .practical = practical,
    .speaking = speaking,
    .reports = reports,
    .asides = asides,
    .rosters = rosters,
    .next_day = next_day, .next_week = next_week,
    .eves = eves,
    .scores = scores,
    .cues = cues,
    .month_first = true,
    .day_first_numbers = false,
};
