@NullMarked
package org.aimass.report.entity;

import org.jspecify.annotations.NullMarked;
