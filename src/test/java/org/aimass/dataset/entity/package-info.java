@NullMarked
package org.aimass.dataset.entity;

import org.jspecify.annotations.NullMarked;
