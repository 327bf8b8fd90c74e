// Generated from the OpenAPI document by `npm run generate`. Do not edit.

import type * as types from './types.js'

/** One violated rule, as ajv reports it. */
export interface ValidationError {
  readonly keyword: string
  /** JSON pointer to the value at fault; empty for the whole value. */
  readonly instancePath: string
  /** The rule, from the schema that it stands in: the validator's own, a named one, or one that several places share. */
  readonly schemaPath: string
  readonly params: { readonly [name: string]: unknown }
  readonly message?: string
}

/** Tells whether a value is valid. After a call that answered false, `errors` says why. */
export interface Validator<T> {
  (value: unknown): value is T
  errors?: readonly ValidationError[] | null
}

export declare const ApiType: Validator<types.ApiType>
export declare const BodyBasedRouting: Validator<types.BodyBasedRouting>
export declare const Condition: Validator<types.Condition>
export declare const ConditionStatus: Validator<types.ConditionStatus>
export declare const CoreWeaveAuth: Validator<types.CoreWeaveAuth>
export declare const CreateGatewayRequest: Validator<types.CreateGatewayRequest>
export declare const EndpointConfiguration: Validator<types.EndpointConfiguration>
export declare const Error: Validator<types.Error>
export declare const ErrorDetail: Validator<types.ErrorDetail>
export declare const FieldViolation: Validator<types.FieldViolation>
export declare const Gateway: Validator<types.Gateway>
export declare const GatewayName: Validator<types.GatewayName>
export declare const GatewayParametersResponse: Validator<types.GatewayParametersResponse>
export declare const GatewayResponse: Validator<types.GatewayResponse>
export declare const GatewaySpec: Validator<types.GatewaySpec>
export declare const GatewayState: Validator<types.GatewayState>
export declare const GatewayStatus: Validator<types.GatewayStatus>
export declare const HeaderBasedRouting: Validator<types.HeaderBasedRouting>
export declare const ListGatewaysResponse: Validator<types.ListGatewaysResponse>
export declare const OneAuthentication: Validator<types.OneAuthentication>
export declare const OneRouting: Validator<types.OneRouting>
export declare const PathBasedRouting: Validator<types.PathBasedRouting>
export declare const StoredApiType: Validator<types.StoredApiType>
export declare const StoredBodyBasedRouting: Validator<types.StoredBodyBasedRouting>
export declare const StoredEndpointConfiguration: Validator<types.StoredEndpointConfiguration>
export declare const StoredHeaderBasedRouting: Validator<types.StoredHeaderBasedRouting>
export declare const StoredWeightsAndBiasesAuth: Validator<types.StoredWeightsAndBiasesAuth>
export declare const UpdateGatewayRequest: Validator<types.UpdateGatewayRequest>
export declare const WeightsAndBiasesAuth: Validator<types.WeightsAndBiasesAuth>
export declare const Zones: Validator<types.Zones>
export declare const listGatewaysParameters: Validator<types.ListGatewaysParameters>
export declare const listGatewaysResponse200: Validator<types.ListGatewaysResponse200>
export declare const listGatewaysResponse400: Validator<types.ListGatewaysResponse400>
export declare const listGatewaysResponse401: Validator<types.ListGatewaysResponse401>
export declare const listGatewaysResponse403: Validator<types.ListGatewaysResponse403>
export declare const listGatewaysResponse422: Validator<types.ListGatewaysResponse422>
export declare const listGatewaysResponse429: Validator<types.ListGatewaysResponse429>
export declare const listGatewaysResponseDefault: Validator<types.ListGatewaysResponseDefault>
export declare const createGatewayRequestBody: Validator<types.CreateGatewayRequestBody>
export declare const createGatewayResponse200: Validator<types.CreateGatewayResponse200>
export declare const createGatewayResponse400: Validator<types.CreateGatewayResponse400>
export declare const createGatewayResponse401: Validator<types.CreateGatewayResponse401>
export declare const createGatewayResponse403: Validator<types.CreateGatewayResponse403>
export declare const createGatewayResponse409: Validator<types.CreateGatewayResponse409>
export declare const createGatewayResponse422: Validator<types.CreateGatewayResponse422>
export declare const createGatewayResponse429: Validator<types.CreateGatewayResponse429>
export declare const createGatewayResponseDefault: Validator<types.CreateGatewayResponseDefault>
export declare const getGatewayParametersResponse200: Validator<types.GetGatewayParametersResponse200>
export declare const getGatewayParametersResponse400: Validator<types.GetGatewayParametersResponse400>
export declare const getGatewayParametersResponse401: Validator<types.GetGatewayParametersResponse401>
export declare const getGatewayParametersResponse403: Validator<types.GetGatewayParametersResponse403>
export declare const getGatewayParametersResponse429: Validator<types.GetGatewayParametersResponse429>
export declare const getGatewayParametersResponseDefault: Validator<types.GetGatewayParametersResponseDefault>
export declare const getGatewayParameters: Validator<types.GetGatewayParameters>
export declare const getGatewayResponse200: Validator<types.GetGatewayResponse200>
export declare const getGatewayResponse400: Validator<types.GetGatewayResponse400>
export declare const getGatewayResponse401: Validator<types.GetGatewayResponse401>
export declare const getGatewayResponse403: Validator<types.GetGatewayResponse403>
export declare const getGatewayResponse404: Validator<types.GetGatewayResponse404>
export declare const getGatewayResponse422: Validator<types.GetGatewayResponse422>
export declare const getGatewayResponse429: Validator<types.GetGatewayResponse429>
export declare const getGatewayResponseDefault: Validator<types.GetGatewayResponseDefault>
export declare const deleteGatewayParameters: Validator<types.DeleteGatewayParameters>
export declare const deleteGatewayResponse200: Validator<types.DeleteGatewayResponse200>
export declare const deleteGatewayResponse400: Validator<types.DeleteGatewayResponse400>
export declare const deleteGatewayResponse401: Validator<types.DeleteGatewayResponse401>
export declare const deleteGatewayResponse403: Validator<types.DeleteGatewayResponse403>
export declare const deleteGatewayResponse404: Validator<types.DeleteGatewayResponse404>
export declare const deleteGatewayResponse409: Validator<types.DeleteGatewayResponse409>
export declare const deleteGatewayResponse422: Validator<types.DeleteGatewayResponse422>
export declare const deleteGatewayResponse429: Validator<types.DeleteGatewayResponse429>
export declare const deleteGatewayResponseDefault: Validator<types.DeleteGatewayResponseDefault>
export declare const updateGatewayParameters: Validator<types.UpdateGatewayParameters>
export declare const updateGatewayRequestBody: Validator<types.UpdateGatewayRequestBody>
export declare const updateGatewayResponse200: Validator<types.UpdateGatewayResponse200>
export declare const updateGatewayResponse400: Validator<types.UpdateGatewayResponse400>
export declare const updateGatewayResponse401: Validator<types.UpdateGatewayResponse401>
export declare const updateGatewayResponse403: Validator<types.UpdateGatewayResponse403>
export declare const updateGatewayResponse404: Validator<types.UpdateGatewayResponse404>
export declare const updateGatewayResponse409: Validator<types.UpdateGatewayResponse409>
export declare const updateGatewayResponse422: Validator<types.UpdateGatewayResponse422>
export declare const updateGatewayResponse429: Validator<types.UpdateGatewayResponse429>
export declare const updateGatewayResponseDefault: Validator<types.UpdateGatewayResponseDefault>

/** The validators that a client needs, by operationId. */
export declare const operationValidators: {
  readonly listGateways: { readonly parameters: Validator<types.ListGatewaysParameters>; readonly responses: { readonly "200": Validator<types.ListGatewaysResponse200> } };
  readonly createGateway: { readonly requestBody: Validator<types.CreateGatewayRequestBody>; readonly responses: { readonly "200": Validator<types.CreateGatewayResponse200> } };
  readonly getGatewayParameters: { readonly responses: { readonly "200": Validator<types.GetGatewayParametersResponse200> } };
  readonly getGateway: { readonly parameters: Validator<types.GetGatewayParameters>; readonly responses: { readonly "200": Validator<types.GetGatewayResponse200> } };
  readonly deleteGateway: { readonly parameters: Validator<types.DeleteGatewayParameters>; readonly responses: { readonly "200": Validator<types.DeleteGatewayResponse200> } };
  readonly updateGateway: { readonly parameters: Validator<types.UpdateGatewayParameters>; readonly requestBody: Validator<types.UpdateGatewayRequestBody>; readonly responses: { readonly "200": Validator<types.UpdateGatewayResponse200> } };
}

/** Those of them that look at what is sent. */
export declare const requestValidators: {
  readonly listGateways: { readonly parameters: Validator<types.ListGatewaysParameters> };
  readonly createGateway: { readonly requestBody: Validator<types.CreateGatewayRequestBody> };
  readonly getGateway: { readonly parameters: Validator<types.GetGatewayParameters> };
  readonly deleteGateway: { readonly parameters: Validator<types.DeleteGatewayParameters> };
  readonly updateGateway: { readonly parameters: Validator<types.UpdateGatewayParameters>; readonly requestBody: Validator<types.UpdateGatewayRequestBody> };
}

/** Those of them that look at what comes back. */
export declare const responseValidators: {
  readonly listGateways: { readonly responses: { readonly "200": Validator<types.ListGatewaysResponse200> } };
  readonly createGateway: { readonly responses: { readonly "200": Validator<types.CreateGatewayResponse200> } };
  readonly getGatewayParameters: { readonly responses: { readonly "200": Validator<types.GetGatewayParametersResponse200> } };
  readonly getGateway: { readonly responses: { readonly "200": Validator<types.GetGatewayResponse200> } };
  readonly deleteGateway: { readonly responses: { readonly "200": Validator<types.DeleteGatewayResponse200> } };
  readonly updateGateway: { readonly responses: { readonly "200": Validator<types.UpdateGatewayResponse200> } };
}
