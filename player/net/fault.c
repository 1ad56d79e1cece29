#include "net/fault.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "store/refusal.h"

#include <string.h>

/* {origin}, {file} and {answer} (the status code of HTTP) are filled in. */
struct fault {
    const char *code;
    const char *french;
    const char *english;
};

static const struct fault faults[] = {
    [FETCH_FINE] = {"fine", "", ""},
    [FETCH_NOT_MODIFIED] = {"fine", "", ""},
    [FETCH_MISSING] = {"file-missing", "{origin} ne contient pas {file} ; copiez de nouveau le dossier publié, ou vérifiez l’adresse",
                       "{origin} has no {file}; copy the published folder again, or check the address"},
    [FETCH_FORBIDDEN] = {"forbidden", "{origin} ne laisse pas lire {file} ; ouvrez l’accès en lecture, ou vérifiez le mot de passe dans .netrc",
                         "{origin} does not let {file} be read; open it for reading, or check the password in .netrc"},
    [FETCH_REFUSED] = {"refused", "{origin} refuse de donner {file} (réponse {answer}) ; vérifiez l’adresse",
                       "{origin} refuses to give {file} (answer {answer}); check the address"},
    [FETCH_RANGE] = {"range", "{origin} ne peut pas reprendre {file} où il a été coupé ; il est repris du début",
                     "{origin} cannot resume {file} where it was cut; it begins again"},
    [FETCH_BUSY] = {"server-busy", "{origin} est occupé (réponse {answer}) ; rien à faire, l’écran réessaie tout seul",
                    "{origin} is busy (answer {answer}); nothing to do, the screen tries again by itself"},
    [FETCH_SERVER] = {"server-error", "{origin} est en panne (réponse {answer} pour {file}) ; prévenez qui s’en occupe, l’écran réessaie tout seul",
                      "{origin} is out of order (answer {answer} for {file}); tell who looks after it, the screen tries again by itself"},
    [FETCH_PORTAL] = {"portal",
                      "le portail Wi-Fi répond à la place du serveur (une page web au lieu de {file}) ; acceptez ses conditions, ou demandez que cet "
                      "appareil en soit dispensé ; si {origin} n’a pas de portail, vérifiez l’adresse",
                      "a Wi-Fi portal answers instead of the server (a web page instead of {file}); accept its terms, or have this device exempted; if "
                      "there is no portal before {origin}, check the address"},
    [FETCH_PROTOCOL] = {"protocol", "ce qui répond à {origin} ne répond pas comme un serveur web ({answer}) ; vérifiez l’adresse, ou le proxy",
                        "what answers at {origin} does not answer like a web server ({answer}); check the address, or the proxy"},
    [FETCH_ENCODED] = {"encoded", "{origin} envoie {file} compressé sans qu’on le demande ; coupez la compression pour ce dossier",
                       "{origin} sends {file} compressed although nobody asked; turn compression off for that folder"},
    [FETCH_TOO_LARGE] = {"too-large", "{file} de {origin} est plus grand qu’annoncé ou que permis ; publiez de nouveau, et copiez le dossier entier",
                         "{file} of {origin} is larger than announced or allowed; publish again, and copy the whole folder"},
    [FETCH_SHORT] = {"short", "{origin} a envoyé moins de {file} qu’annoncé ; rien à faire, l’écran reprend où il en était",
                     "{origin} sent less of {file} than it announced; nothing to do, the screen goes on where it was"},
    [FETCH_SLOW] = {"slow", "{origin} n’envoie presque rien ; vérifiez la connexion, l’écran reprend où il en était",
                    "{origin} sends next to nothing; check the connection, the screen goes on where it was"},
    [FETCH_LATE] = {"late", "{file} de {origin} n’est pas arrivé à temps ; vérifiez la connexion, l’écran reprend où il en était",
                    "{file} of {origin} did not come in time; check the connection, the screen goes on where it was"},
    [FETCH_UNREACHABLE] = {"unreachable", "{origin} ne répond pas ; vérifiez le câble ou le Wi-Fi, puis le serveur",
                           "{origin} does not answer; check the cable or the Wi-Fi, then the server"},
    [FETCH_CONNECTION] = {"connection-refused", "{origin} refuse la connexion ; le serveur web est-il démarré ?",
                          "{origin} refuses the connection; is its web server running?"},
    [FETCH_LOST] = {"connection-lost", "la connexion à {origin} a été coupée ; rien à faire, l’écran reprend où il en était",
                    "the connection to {origin} was cut; nothing to do, the screen goes on where it was"},
    [FETCH_NAME] = {"name-unknown", "le nom du serveur de {origin} est introuvable ; vérifiez le réseau (câble, Wi-Fi, DNS), puis l’adresse",
                    "the server's name of {origin} is not found; check the network (cable, Wi-Fi, DNS), then the address"},
    [FETCH_PROXY] = {"proxy", "le proxy ne répond pas ou refuse ; vérifiez https_proxy dans la configuration de cet appareil",
                     "the proxy does not answer or refuses; check https_proxy in this device's configuration"},
    [FETCH_TLS] = {"tls", "aucune connexion sûre à {origin} (TLS) ; l’adresse est-elle bien celle d’un serveur https ?",
                   "no secure connection to {origin} (TLS); is that the address of an https server?"},
    [FETCH_TLS_EXPIRED] = {"tls-expired", "le certificat de {origin} a expiré ; renouvelez-le (ou vérifiez l’horloge de cet appareil)",
                           "the certificate of {origin} has expired; renew it (or check this device's clock)"},
    [FETCH_TLS_EARLY] = {"tls-early", "le certificat de {origin} n’est pas encore valable ; vérifiez l’horloge de cet appareil",
                         "the certificate of {origin} is not yet valid; check this device's clock"},
    [FETCH_TLS_HOST] = {"tls-host", "le certificat présenté est celui d’un autre serveur que {origin} ; vérifiez l’adresse, ou un portail Wi-Fi",
                        "the certificate is that of another server than {origin}; check the address, or for a Wi-Fi portal"},
    [FETCH_TLS_AUTHORITY] = {"tls-authority",
                             "le certificat de {origin} n’est signé par aucune autorité connue ; donnez celle de votre réseau avec --ca, ou vérifiez qu’aucun "
                             "portail Wi-Fi ne répond",
                             "the certificate of {origin} is signed by no known authority; give your network's with --ca, or check that no Wi-Fi portal answers"},
    [FETCH_CA_FILE] = {"ca-file", "le fichier de --ca ne peut pas être lu ; donnez un fichier PEM",
                       "the file of --ca cannot be read; give a PEM file"},
    [FETCH_REDIRECT_SCHEME] = {"redirect-scheme", "{origin} renvoie vers une adresse d’un autre genre (https, http, file) ; donnez l’adresse finale",
                               "{origin} sends on to an address of another kind (https, http, file); give the final address"},
    [FETCH_REDIRECT_LOOP] = {"redirect-loop", "{origin} renvoie sans fin d’une adresse à l’autre ; vérifiez le serveur",
                             "{origin} sends on from one address to the next without end; check the server"},
    [FETCH_UNSAFE] = {"unsafe", "{file} de {origin} est un lien ou n’est pas un fichier ; copiez les fichiers eux-mêmes",
                      "{file} of {origin} is a link or no file; copy the files themselves"},
    [FETCH_DISK] = {"source-broken", "{file} de {origin} ne peut pas être lu ; essayez une autre clé USB ou copiez de nouveau",
                    "{file} of {origin} cannot be read; try another stick or copy again"},
    [FETCH_SINK] = {"disk", "{file} ne peut pas être écrit ; vérifiez le disque", "{file} cannot be written; check the disk"},
    [FETCH_LEFT] = {"left", "arrêt demandé", "asked to leave"},
};

const char *fault_code(enum fetch_status status)
{
    return faults[status].code;
}

static const char *fill(struct arena *arena, const char *text, const struct fetch_answer *answer, const char *origin, const char *path)
{
    struct buffer filled;
    buffer_init(&filled, arena);
    while (*text) {
        size_t plain = strcspn(text, "{");
        buffer_add_bytes(&filled, text, plain);
        text += plain;
        if (strncmp(text, "{origin}", 8) == 0)
            buffer_add(&filled, origin);
        else if (strncmp(text, "{file}", 6) == 0)
            buffer_add(&filled, path);
        else if (strncmp(text, "{answer}", 8) == 0)
            buffer_format(&filled, "%d", answer->http);
        text += strcspn(text, "}");
        text += *text == '}';
    }
    return filled.data;
}

void fault_say(struct refusal *refusal, const struct fetch_answer *answer, const char *origin, const char *path)
{
    const struct fault *fault = &faults[answer->status];
    struct arena *arena = arena_create();
    refusal_set(refusal, fault->code, "%s%.0s", "%.0s%s", fill(arena, fault->french, answer, origin, path),
                fill(arena, fault->english, answer, origin, path));
    arena_destroy(arena);
}

void fault_say_clock(struct refusal *refusal)
{
    refusal_set(refusal, "clock",
                "horloge non réglée : le certificat ne peut pas être vérifié ; branchez le réseau et attendez, ou réglez l’heure",
                "clock not set: the certificate cannot be verified; connect the network and wait, or set the time");
}
