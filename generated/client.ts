// Generated from the OpenAPI document by `npm run generate`. Do not edit.

import { type Call, type CallOptions, type ClientOptions, createRuntime, type HttpClient, type WithResponse } from "../src/client/index.ts"
import { api, operations } from './operations.ts'
import type * as types from './types.ts'

/**
 * One method for each operation.
 *
 * Each resolves to the documented body; failures are ClientErrors, for an error status an ApiError.
 */
export interface Methods {
  /**
   * List gateways
   *
   * Returns the gateways, or those updated after a moment. Whether a long list is cut into pages is not published.
   */
  listGateways(options?: CallOptions & { query?: types.ListGatewaysParameters["query"] }): Promise<types.ListGatewaysResponse200>
  /**
   * Create a gateway
   *
   * Starts a gateway and answers at once; it is usable when getGateway reports `STATUS_READY`.
   * Choose the `id` yourself to be able to repeat the request safely: when the first attempt has
   * arrived, the repeat is expected to be refused because the `id` exists (409), and there is no
   * second gateway.
   */
  createGateway(body: types.CreateGatewayRequestBody, options?: CallOptions): Promise<types.CreateGatewayResponse200>
  /**
   * Get the values a gateway may use
   *
   * Returns the zones that createGateway and updateGateway accept.
   */
  getGatewayParameters(options?: CallOptions): Promise<types.GetGatewayParametersResponse200>
  /**
   * Get a gateway
   *
   * Returns one gateway with its status. Poll it after a create or update until the status is
   * `STATUS_READY`, and after a delete until the answer is 404.
   *
   * @param id The gateway's identifier.
   */
  getGateway(id: types.GetGatewayParameters["path"]["id"], options?: CallOptions): Promise<types.GetGatewayResponse200>
  /**
   * Delete a gateway
   *
   * Starts the removal and answers with the gateway's last state. It is gone when getGateway
   * answers 404; a 404 here means that it was gone already.
   *
   * @param id The gateway's identifier.
   */
  deleteGateway(id: types.DeleteGatewayParameters["path"]["id"], options?: CallOptions): Promise<types.DeleteGatewayResponse200>
  /**
   * Update a gateway
   *
   * Replaces the gateway's specification: send the name, the zones, the authentication and the
   * routing every time, changed or not. Treat the name as fixed. The routing may change in place;
   * additional DNS names are added to those already stored. Reads never return `apiKey`, so a body
   * made from a read carries none, and whether the stored key then survives is not published:
   * send the key again.
   *
   * @param id The gateway's identifier.
   */
  updateGateway(id: types.UpdateGatewayParameters["path"]["id"], body: types.UpdateGatewayRequestBody, options?: CallOptions): Promise<types.UpdateGatewayResponse200>
}

/** Calls the Inference gateways API. */
export interface Client extends Methods {
  /** The openapi-fetch client for what the methods do not cover; over the same transport, with the same credentials. */
  readonly http: HttpClient<types.paths>
  /** The same methods, which resolve to the status and the headers of the answer too. */
  readonly withResponse: WithResponse<Methods>
}

/** Makes a client. */
export function createClient(options: ClientOptions = {}): Client {
  const { http, call, withResponse } = createRuntime<types.paths>(api, options)
  return { http, ...methods(call), withResponse: withResponse(methods) }
}

/** The methods over one way of calling. */
function methods(call: Call): Methods {
  return {
    listGateways: (options) => call(operations.listGateways, { parameters: { query: options?.query } }, options),
    createGateway: (body, options) => call(operations.createGateway, { body }, options),
    getGatewayParameters: (options) => call(operations.getGatewayParameters, {}, options),
    getGateway: (id, options) => call(operations.getGateway, { parameters: { path: { id } } }, options),
    deleteGateway: (id, options) => call(operations.deleteGateway, { parameters: { path: { id } } }, options),
    updateGateway: (id, body, options) => call(operations.updateGateway, { parameters: { path: { id } }, body }, options),
  }
}
