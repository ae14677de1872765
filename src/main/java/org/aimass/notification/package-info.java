/**
 * Tells people what happened: an inbox in the portal, and mail. A notice is written in the transaction of what it tells; a
 * background task sends the mail later, and nothing ever waits for it. Knows no room.
 */
@NullMarked
package org.aimass.notification;

import org.jspecify.annotations.NullMarked;
