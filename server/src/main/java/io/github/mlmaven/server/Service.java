package io.github.mlmaven.server;

import io.github.mlmaven.server.Settings.Address;
import java.util.concurrent.Semaphore;

/**
 * What all event loops of a server have in common.
 *
 * @param places one for each request with a body that is read or answered
 */
record Service(Api api, Address address, Limits limits, Semaphore places, AccessLog log) {

    static Service of(Api api, Settings settings) {
        return new Service(
                api,
                settings.address(),
                settings.limits(),
                new Semaphore(settings.limits().maxConcurrent()),
                settings.accessLog() ? AccessLog.to(System.out) : AccessLog.OFF);
    }
}
