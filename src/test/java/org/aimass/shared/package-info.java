@NullMarked
package org.aimass.shared;

import org.jspecify.annotations.NullMarked;
