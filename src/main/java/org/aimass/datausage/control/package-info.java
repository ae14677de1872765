/** Records uses, and shows them to the one person they are about. */
@NullMarked
package org.aimass.datausage.control;

import org.jspecify.annotations.NullMarked;
