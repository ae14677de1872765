/**
 * The measuring kernel: one job file in, one outcome file out. Plain Java: no Jakarta, no database, no thresholds. May touch
 * ONNX Runtime in {@code inference} and the file readers in {@code data}; imports {@code shared} of the rooms, nothing else.
 */
@NullMarked
package org.aimass.engine;

import org.jspecify.annotations.NullMarked;
