#include "store/accept.h"

#include "base/arena.h"
#include "store/manifest.h"
#include "store/refusal.h"
#include "store/signature.h"

#include <string.h>

bool accept_has_expired(const struct manifest *manifest, struct now now)
{
    return manifest->has_expires && now.wall_trusted && now.wall.ms >= manifest->expires.ms;
}

/* The signature is looked at first: of bytes that nobody trusted signed, not one is parsed. */
static bool is_signed(struct arena *arena, const struct accept *accept, const struct accept_offer *offer, struct refusal *refusal)
{
    if (accept->key_count == 0)
        return true;
    if (!offer->signature)
        return refusal_set(refusal, "signature-missing",
                           "le contenu proposé n’est pas signé (manifest.json.minisig manque) ; publiez avec --key",
                           "the content offered is not signed (manifest.json.minisig is missing); publish with --key");
    switch (signature_check(arena, accept->keys, accept->key_count, offer->text, offer->length, offer->signature, offer->signature_length,
                            NULL)) {
    case SIGNATURE_GOOD:
        return true;
    case SIGNATURE_MALFORMED:
        return refusal_set(refusal, "signature-malformed",
                           "manifest.json.minisig n’est pas une signature entière ; copiez de nouveau le dossier publié",
                           "manifest.json.minisig is no whole signature; copy the published folder again");
    case SIGNATURE_OTHER_KEY:
        return refusal_set(refusal, "signature-key",
                           "le contenu est signé avec une clé que cet écran ne connaît pas ; signez avec la bonne clé, ou ajoutez-la à trusted_keys",
                           "the content is signed with a key that this screen does not know; sign with the right key, or add it to trusted_keys");
    case SIGNATURE_WRONG:
        break;
    }
    return refusal_set(refusal, "signature-wrong",
                       "manifest.json n’est pas celui qui a été signé (modifié, ou copié à moitié) ; copiez de nouveau le dossier publié",
                       "manifest.json is not the one that was signed (altered, or copied by half); copy the published folder again");
}

static bool too_large(size_t length, struct refusal *refusal)
{
    if (length <= MANIFEST_MOST_BYTES)
        return false;
    refusal_set(refusal, "manifest-too-large", "manifest.json dépasse %d Mio ; retirez des fichiers de la liste",
                "manifest.json is over %d MiB; remove files from the playlist", MANIFEST_MOST_BYTES / 1024 / 1024);
    return true;
}

static enum accept_result compare(const struct accept *accept, const struct accept_offer *offer, const struct manifest *manifest,
                                  struct refusal *refusal)
{
    if (manifest->generation < accept->newest) {
        refusal_set(refusal, "generation-older",
                    "le serveur propose la génération %lld, plus ancienne que la %lld de cet écran ; publiez de nouveau dans le même dossier",
                    "the server offers generation %lld, older than %lld of this screen; publish again into the same folder",
                    (long long)manifest->generation, (long long)accept->newest);
        return ACCEPT_REFUSED;
    }
    if (manifest->generation > accept->newest)
        return ACCEPT_NEW;
    if (!accept->newest_text)
        return ACCEPT_NEW;
    if (accept->newest_length == offer->length && memcmp(accept->newest_text, offer->text, offer->length) == 0)
        return ACCEPT_SAME;
    refusal_set(refusal, "generation-mixed",
                "le serveur propose une autre génération %lld que celle de cet écran ; publiez de nouveau, d’un seul endroit",
                "the server offers another generation %lld than the one of this screen; publish again, from one place only",
                (long long)manifest->generation);
    return ACCEPT_REFUSED;
}

enum accept_result accept_decide(struct arena *arena, const struct accept *accept, const struct accept_offer *offer,
                                 struct manifest **manifest, struct refusal *refusal)
{
    if (too_large(offer->length, refusal) || !is_signed(arena, accept, offer, refusal))
        return ACCEPT_REFUSED;
    struct manifest *read = manifest_parse(arena, offer->text, offer->length, refusal);
    if (!read)
        return ACCEPT_REFUSED;
    enum accept_result result = compare(accept, offer, read, refusal);
    if (result == ACCEPT_REFUSED)
        return result;
    if (accept_has_expired(read, accept->now)) {
        refusal_set(refusal, "manifest-expired",
                    "le contenu proposé a expiré ; publiez de nouveau (ou vérifiez que le serveur n’en sert pas une vieille copie)",
                    "the content offered has expired; publish again (or check that the server gives no old copy)");
        return ACCEPT_REFUSED;
    }
    *manifest = read;
    return result;
}
