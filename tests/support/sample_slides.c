#include "support/sample_slides.h"

/* Lines of a slide. Each use makes an array of its own, static like all of this. */
#define LINE(array) {.marker = "", .texts = (array), .count = sizeof(array) / sizeof(array)[0]}
#define ITEM(sign, array) {.marker = (sign), .texts = (array), .count = sizeof(array) / sizeof(array)[0]}

static const struct text article[] = {{"Article · 14 avril 2023", 0}};
static const struct text library[] = {{"Bibliothèques vivantes", 0}};
static const struct text library_title[] = {
    {"Bibliothèques vivantes\u00A0: une 2", 0}, {"e", TEXT_SUPERSCRIPT}, {" saison pour partager nos «\u202Fsavoirs\u202F»", 0}};
static const struct text library_lead[] = {
    {"Parce que chacun sait quelque chose d’utile aux autres, la Maison ouvre ses tables à qui veut transmettre.", 0}};

static const struct text welcome_title[] = {{"Un accueil sur mesure toute l’année", 0}};
static const struct text welcome_intro[] = {{"Les participants de la saison 1 retiennent quatre choses\u00A0:", 0}};
static const struct text welcome_1[] = {{"Un accès simple et rapide aux salles, au matériel et aux personnes utiles", 0}};
static const struct text welcome_2[] = {{"Un gain de temps dans la préparation de leur rencontre", 0}};
static const struct text welcome_3[] = {{"Une meilleure connaissance des métiers du service public", 0}};
static const struct text welcome_4[] = {{"Un appui pour faire connaître leur projet et trouver un nouveau public", 0}};
static const struct text_line numbered[] = {ITEM("1", welcome_1), ITEM("2", welcome_2), ITEM("3", welcome_3), ITEM("4", welcome_4)};
static const struct text_line bullets[] = {ITEM("•", welcome_1), ITEM("•", welcome_2), ITEM("•", welcome_3)};
static const struct text_line eight[] = {ITEM("1", welcome_2), ITEM("2", welcome_3), ITEM("3", welcome_2), ITEM("4", welcome_3),
                                         ITEM("5", welcome_2), ITEM("6", welcome_3), ITEM("7", welcome_2), ITEM("8", welcome_3)};
static const struct text prose[] = {{"Pendant un an, la Maison accompagne des ", 0},
                                    {"rencontres imaginées par les habitants", TEXT_STRONG},
                                    {"\u00A0: une table, deux chaises, une heure, et l’envie de faire passer ce que l’on sait.", 0}};
static const struct text_line paragraph[] = {LINE(prose)};

static const struct text event_kicker[] = {{"Événement", 0}};
static const struct text event_title[] = {{"Vers un service public voisin de nos quartiers", 0}};
static const struct text event_lead[] = {{"Table ronde sur l’accueil et les démarches, puis visite des ateliers avec l’équipe de la 1", 0},
                                         {"re", TEXT_SUPERSCRIPT},
                                         {" saison.", 0}};
static const struct text event_where[] = {{"Lyon, à la Maison des services publics", TEXT_STRONG}, {" (3", 0}, {"e", TEXT_SUPERSCRIPT}, {")", 0}};

static const struct text call[] = {{"Appel à projets", 0}};
static const struct text call_title[] = {{"Inventer la bibliothèque vivante de demain", 0}};
static const struct text call_outro[] = {{"pour déposer votre projet, ", 0}, {"jusqu’au mardi 2\u00A0mai inclus", TEXT_STRONG}};
static const struct text call_closed[] = {{"Candidatures closes depuis le mardi 2\u00A0mai", 0}};

static const struct text agenda_title[] = {{"Prochainement à la Maison", 0}};
static const struct text agenda_1[] = {{"Atelier «\u202FÉcrire un courrier\u202F»", 0}};
static const struct text agenda_2[] = {{"Clôture de l’appel «\u202Fsavoirs\u202F»", 0}};
static const struct text agenda_4[] = {{"Rencontre des équipes d’accueil de la métropole", 0}};
static const struct text room_1[] = {{"Salle des cartes, rez-de-chaussée", 0}};
static const struct text room_2[] = {{"Grande salle, 1", 0}, {"er", TEXT_SUPERSCRIPT}, {" étage", 0}};
static const struct agenda_row rows[] = {
    {"27", "avril", "9\u00A0h – 12\u00A0h", LINE(agenda_1), LINE(room_1)},
    {"2", "mai", "dernier jour", LINE(agenda_2), LINE(library)},
    {"10", "mai", "14\u00A0h\u00A030 – 17\u00A0h\u00A030", LINE(event_title), LINE(room_2)},
    {"24", "mai", "18\u00A0h", LINE(agenda_4), LINE(room_1)},
};

static const struct text important[] = {{"Information importante", 0}};
static const struct text closing_title[] = {{"Fermeture exceptionnelle à\u00A016\u00A0heures", 0}};
static const struct text closing_words[] = {
    {"En raison d’une coupure d’eau, la Maison ferme plus tôt aujourd’hui. Les ateliers de 16\u00A0h\u00A030 auront lieu demain.", 0}};
static const struct text_line closing[] = {LINE(closing_words)};

static const struct text greeting[] = {{"Bienvenue", 0}};
static const struct text venue[] = {{"Maison des services publics", 0}};
static const struct text caption[] = {{"L’équipe de la première saison réunie dans la grande salle, en mars", 0}};
static const struct text endless[] = {
    {"Grande enquête sur la simplification des démarches du quotidien\u00A0: dites-nous ce que vous pensez des formulaires, des délais et de "
     "l’accueil dans les services publics de votre canton",
     0}};
static const struct text scripts[] = {
    {"📍 Rendez-vous 👩‍👩‍👧‍👦 🇫🇷 1️⃣ مرحبا بكم — ברוכים הבאים · Καλώς ήρθατε · Ласкаво просимо ✔️", 0}};
static const struct text_line scripts_body[] = {ITEM("•", scripts), ITEM("a.", scripts)};

#define PUBLIC_LINK {.qr = "https://maison.example.fr/savoirs", .label = "En savoir plus et postuler", .address = "maison.example.fr"}
#define LONG_LINK \
    {.qr = "https://services-publics.metropole.example.fr/agenda/2023/quartiers?source=affichage-hall", .label = "Infos et inscriptions", \
     .address = "services-publics.metropole.example.fr"}

static const struct sample samples[] = {
    {"headline", {.kind = SLIDE_HEADLINE, .kicker = LINE(article), .title = LINE(library_title), .lead = LINE(library_lead)}, false},
    {"headline-alone", {.kind = SLIDE_HEADLINE, .kicker = LINE(article), .title = LINE(closing_title)}, false},
    {"headline-link",
     {.kind = SLIDE_HEADLINE, .kicker = LINE(article), .title = LINE(library), .lead = LINE(library_lead), .has_link = true, .link = PUBLIC_LINK},
     false},
    {"headline-endless", {.kind = SLIDE_HEADLINE, .kicker = LINE(article), .title = LINE(endless), .lead = LINE(library_lead)}, false},
    {"headline-picture",
     {.kind = SLIDE_HEADLINE, .kicker = LINE(article), .title = LINE(library_title), .lead = LINE(library_lead), .has_picture = true,
      .picture = {.file = "hall.jpg", .alt = "", .focus_x = 500, .focus_y = 400}},
     false},
    {"section",
     {.kind = SLIDE_SECTION, .kicker = LINE(library), .title = LINE(welcome_title), .lead = LINE(welcome_intro), .body = numbered, .body_count = 4},
     false},
    {"section-bullets",
     {.kind = SLIDE_SECTION, .kicker = LINE(library), .title = LINE(welcome_title), .body = bullets, .body_count = 3, .page = 1, .pages = 2},
     false},
    {"section-prose", {.kind = SLIDE_SECTION, .kicker = LINE(library), .title = LINE(welcome_title), .body = paragraph, .body_count = 1}, false},
    {"section-eight", {.kind = SLIDE_SECTION, .kicker = LINE(library), .title = LINE(welcome_title), .body = eight, .body_count = 8}, false},
    {"section-link",
     {.kind = SLIDE_SECTION, .kicker = LINE(library), .title = LINE(welcome_title), .body = bullets, .body_count = 3, .has_link = true,
      .link = PUBLIC_LINK},
     false},
    {"section-scripts", {.kind = SLIDE_SECTION, .kicker = LINE(library), .title = LINE(scripts), .body = scripts_body, .body_count = 2}, false},
    {"section-article",
     {.kind = SLIDE_SECTION, .kicker = LINE(endless), .title = LINE(welcome_title), .body = paragraph, .body_count = 1, .page = 2, .pages = 2},
     false},
    {"section-full", {.kind = SLIDE_SECTION, .kicker = LINE(library), .title = LINE(endless), .lead = LINE(endless), .body = eight, .body_count = 8}, true},
    {"event",
     {.kind = SLIDE_EVENT, .kicker = LINE(event_kicker), .title = LINE(event_title), .lead = LINE(event_lead), .where = LINE(event_where),
      .weekday = "mercredi", .day = "10", .month = "mai", .hours = {"14\u00A0h\u00A030", "17\u00A0h\u00A030"}, .hours_joiner = "à",
      .badge = "Dans 20 jours", .has_link = true, .link = {"https://maison.example.fr/agenda/voisins", "Infos et inscriptions", ""}},
     false},
    {"event-days",
     {.kind = SLIDE_EVENT, .kicker = LINE(event_kicker), .title = LINE(event_title), .where = LINE(event_where), .weekday = "du mardi au vendredi",
      .day = "28–3", .month = "février – mars", .hours = {"", ""}, .hours_joiner = "", .badge = "En cours"},
     false},
    {"event-endless",
     {.kind = SLIDE_EVENT, .kicker = LINE(event_kicker), .title = LINE(endless), .lead = LINE(event_lead), .where = LINE(event_where),
      .weekday = "mercredi", .day = "10", .month = "septembre", .hours = {"14\u00A0h\u00A030", "17\u00A0h\u00A030"}, .hours_joiner = "à",
      .badge = "Aujourd’hui", .has_link = true, .link = LONG_LINK},
     true},
    {"deadline",
     {.kind = SLIDE_DEADLINE, .kicker = LINE(call), .title = LINE(call_title), .count_intro = "Il reste", .count = {{"12", "jours"}},
      .count_parts = 1, .count_outro = LINE(call_outro), .has_link = true, .link = PUBLIC_LINK},
     false},
    {"deadline-hours",
     {.kind = SLIDE_DEADLINE, .kicker = LINE(call), .title = LINE(call_title), .count_intro = "Dernier jour", .count = {{"19", "h"}, {"05", "min"}},
      .count_parts = 2, .count_outro = LINE(call_outro), .has_link = true, .link = LONG_LINK},
     false},
    {"deadline-unlinked",
     {.kind = SLIDE_DEADLINE, .kicker = LINE(call), .title = LINE(call_title), .count_intro = "Il reste", .count = {{"112", "jours"}},
      .count_parts = 1, .count_outro = LINE(call_outro)},
     false},
    {"deadline-endless",
     {.kind = SLIDE_DEADLINE, .kicker = LINE(call), .title = LINE(endless), .count_intro = "Il reste", .count = {{"53", "jours"}},
      .count_parts = 1, .count_outro = LINE(call_outro), .has_link = true, .link = PUBLIC_LINK},
     false},
    {"deadline-closed",
     {.kind = SLIDE_DEADLINE, .kicker = LINE(call), .title = LINE(call_title), .count_intro = "", .count_outro = LINE(call_closed), .closed = true},
     false},
    {"picture",
     {.kind = SLIDE_PICTURE, .title = LINE(caption), .has_picture = true,
      .picture = {.file = "hall.jpg", .alt = "", .focus_x = 500, .focus_y = 500}},
     false},
    {"picture-alone",
     {.kind = SLIDE_PICTURE, .has_picture = true, .picture = {.file = "hall.jpg", .alt = "", .focus_x = 500, .focus_y = 500}},
     false},
    {"agenda", {.kind = SLIDE_AGENDA, .title = LINE(agenda_title), .rows = rows, .row_count = 4}, false},
    {"agenda-short", {.kind = SLIDE_AGENDA, .title = LINE(agenda_title), .rows = rows, .row_count = 2, .page = 2, .pages = 2}, false},
    {"message", {.kind = SLIDE_MESSAGE, .kicker = LINE(important), .title = LINE(closing_title), .body = closing, .body_count = 1}, false},
    {"urgent", {.kind = SLIDE_URGENT, .kicker = LINE(important), .title = LINE(closing_title), .body = closing, .body_count = 1}, false},
    {"holding", {.kind = SLIDE_HOLDING, .kicker = LINE(greeting), .title = LINE(venue)}, false},
};

const struct sample *sample_slides(size_t *count)
{
    *count = sizeof samples / sizeof samples[0];
    return samples;
}
