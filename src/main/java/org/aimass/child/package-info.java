/** Starts the engine in a process of its own, under limits, and reads what it says. Knows no room. */
@NullMarked
package org.aimass.child;

import org.jspecify.annotations.NullMarked;
