#include "host/cec.h"

#include "base/log.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/cec.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct cec {
    int descriptor;
};

/* Non-blocking: a bus that does not answer would hold the picture for a second. */
struct cec *cec_create(const char *device)
{
    struct cec_log_addrs addresses = {
        .cec_version = CEC_OP_CEC_VERSION_1_4,
        .num_log_addrs = 1,
        .vendor_id = CEC_VENDOR_ID_NONE,
        .osd_name = "Parvis",
        .primary_device_type = {CEC_OP_PRIM_DEVTYPE_PLAYBACK},
        .log_addr_type = {CEC_LOG_ADDR_TYPE_PLAYBACK},
        .all_device_types = {CEC_OP_ALL_DEVTYPE_PLAYBACK},
    };
    int descriptor = open(device, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return NULL;
    struct cec_log_addrs before = {0};
    bool has_place = ioctl(descriptor, CEC_ADAP_G_LOG_ADDRS, &before) == 0 && before.num_log_addrs > 0;
    if (!has_place && ioctl(descriptor, CEC_ADAP_S_LOG_ADDRS, &addresses) != 0) {
        log_line(LOG_NOTICE, "%s takes no part in HDMI-CEC: %s", device, strerror(errno));
        close(descriptor);
        return NULL;
    }
    struct cec *cec = memory_alloc(sizeof *cec);
    cec->descriptor = descriptor;
    return cec;
}

void cec_destroy(struct cec *cec)
{
    if (!cec)
        return;
    close(cec->descriptor);
    memory_free(cec);
}

/* Our place on the bus, CEC_LOG_ADDR_UNREGISTERED while we have none. */
static __u8 own_address(const struct cec *cec)
{
    struct cec_log_addrs addresses = {0};
    if (ioctl(cec->descriptor, CEC_ADAP_G_LOG_ADDRS, &addresses) != 0 || addresses.num_log_addrs == 0 ||
        addresses.log_addr[0] == CEC_LOG_ADDR_INVALID)
        return CEC_LOG_ADDR_UNREGISTERED;
    return addresses.log_addr[0];
}

static bool transmit(const struct cec *cec, struct cec_msg *message)
{
    return ioctl(cec->descriptor, CEC_TRANSMIT, message) == 0;
}

/* <Image View On>, then <Active Source> with our place on the wire; or <Standby>. HDMI 1.4b, CEC 13.1 and 13.3. */
bool cec_light(struct cec *cec, bool on)
{
    __u8 from = (__u8)(own_address(cec) << 4);
    __u16 place = CEC_PHYS_ADDR_INVALID;
    if (!on) {
        struct cec_msg standby = {.len = 2, .msg = {from | CEC_LOG_ADDR_TV, CEC_MSG_STANDBY}};
        return transmit(cec, &standby);
    }
    struct cec_msg wake = {.len = 2, .msg = {from | CEC_LOG_ADDR_TV, CEC_MSG_IMAGE_VIEW_ON}};
    bool sent = transmit(cec, &wake);
    if (!sent || ioctl(cec->descriptor, CEC_ADAP_G_PHYS_ADDR, &place) != 0 || place == CEC_PHYS_ADDR_INVALID)
        return sent;
    struct cec_msg source = {
        .len = 4, .msg = {from | CEC_LOG_ADDR_BROADCAST, CEC_MSG_ACTIVE_SOURCE, (__u8)(place >> 8), (__u8)(place & 0xFF)}};
    return transmit(cec, &source);
}
