@NullMarked
package org.aimass.engine.task;

import org.jspecify.annotations.NullMarked;
