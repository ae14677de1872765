/** An audit and a profile on one machine with all its cores. */
@NullMarked
package org.aimass.engine.local;

import org.jspecify.annotations.NullMarked;
