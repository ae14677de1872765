/** Words that every room speaks. May touch {@code java.*} only. */
@NullMarked
package org.aimass.shared;

import org.jspecify.annotations.NullMarked;
