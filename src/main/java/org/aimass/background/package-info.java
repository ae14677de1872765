/** The one background mechanism: work that happens later is a row in the portal's own database, done by whichever node is alive. Knows no room. */
@NullMarked
package org.aimass.background;

import org.jspecify.annotations.NullMarked;
