package org.cleanplate.fiji.studio.worker;

/** Threads that do not keep ImageJ from quitting. */
public final class Daemons {
  private Daemons() {}

  /**
   * A thread, not started. Libraries that look for their parts by the thread's class loader find
   * them, though a thread of the window's has that of ImageJ.
   */
  public static Thread of(String name, Runnable task) {
    Thread thread = new Thread(task, "cleanplate-studio-" + name);
    thread.setDaemon(true);
    thread.setContextClassLoader(Daemons.class.getClassLoader());
    return thread;
  }
}
