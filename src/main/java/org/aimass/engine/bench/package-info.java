/** Measures how close a whole audit comes to what reading and scoring cost by themselves. Nothing of an audit uses it. */
@NullMarked
package org.aimass.engine.bench;

import org.jspecify.annotations.NullMarked;
