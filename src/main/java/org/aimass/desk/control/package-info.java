/** Asks the rooms what waits for the person who is asking. */
@NullMarked
package org.aimass.desk.control;

import org.jspecify.annotations.NullMarked;
