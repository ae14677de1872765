/** Whoever reads a stranger's bytes, with bytes that nobody would write on purpose. */
@NullMarked
package org.aimass.fuzz;

import org.jspecify.annotations.NullMarked;
