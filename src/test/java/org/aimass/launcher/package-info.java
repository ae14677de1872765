@NullMarked
package org.aimass.launcher;

import org.jspecify.annotations.NullMarked;
