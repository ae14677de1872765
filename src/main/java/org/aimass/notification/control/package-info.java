/** The outbox, the inbox, and the mail. */
@NullMarked
package org.aimass.notification.control;

import org.jspecify.annotations.NullMarked;
