@NullMarked
package org.aimass.datausage.boundary;

import org.jspecify.annotations.NullMarked;
