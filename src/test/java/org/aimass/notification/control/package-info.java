@NullMarked
package org.aimass.notification.control;

import org.jspecify.annotations.NullMarked;
