package org.cleanplate.fiji.studio.options;

import java.util.List;

/** Options that stand together below a title. */
interface OptionSection {

  List<OptionControl> controls();

  /** Brings what is seen below what the form holds. */
  void addTo(Form form);
}
