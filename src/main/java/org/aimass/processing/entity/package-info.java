@NullMarked
package org.aimass.processing.entity;

import org.jspecify.annotations.NullMarked;
