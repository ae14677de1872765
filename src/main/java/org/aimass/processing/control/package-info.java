/** Declares processing activities and finds those in force. */
@NullMarked
package org.aimass.processing.control;

import org.jspecify.annotations.NullMarked;
