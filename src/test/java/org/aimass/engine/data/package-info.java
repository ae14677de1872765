@NullMarked
package org.aimass.engine.data;

import org.jspecify.annotations.NullMarked;
