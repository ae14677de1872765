@NullMarked
package org.aimass.background;

import org.jspecify.annotations.NullMarked;
