@NullMarked
package org.aimass.child;

import org.jspecify.annotations.NullMarked;
