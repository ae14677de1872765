@NullMarked
package org.aimass.datausage.control;

import org.jspecify.annotations.NullMarked;
