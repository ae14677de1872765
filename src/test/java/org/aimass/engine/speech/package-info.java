/** Texts and voices held against each other. */
@NullMarked
package org.aimass.engine.speech;

import org.jspecify.annotations.NullMarked;
