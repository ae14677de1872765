@NullMarked
package org.aimass.engine;

import org.jspecify.annotations.NullMarked;
