// Generated from the OpenAPI document by `npm run generate`. Do not edit.

const schema0 = {"oneOf":{"0":{"enum":["API_TYPE_UNSPECIFIED","API_TYPE_OPENAI"]}}};
const formats0 = { validate: isInt32 };

function validate0(data){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = validationError("", "#/oneOf/0/", "type", {type: "string"}, "must be string");
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((data === "API_TYPE_UNSPECIFIED") || (data === "API_TYPE_OPENAI"))){
const err1 = validationError("", "#/oneOf/0/", "enum", {allowedValues: schema0.oneOf[0].enum}, "must be equal to one of the allowed values");
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err2 = validationError("", "#/oneOf/1/", "type", {type: "integer"}, "must be integer");
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(errors === _errs3){
if((typeof data == "number") && (isFinite(data))){
if(data > 2147483647 || isNaN(data)){
const err3 = validationError("", "#/oneOf/1/", "maximum", {comparison: "<=", limit: 2147483647}, "must be <= 2147483647");
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(data < -2147483648 || isNaN(data)){
const err4 = validationError("", "#/oneOf/1/", "minimum", {comparison: ">=", limit: -2147483648}, "must be >= -2147483648");
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(!(formats0.validate(data))){
const err5 = validationError("", "#/oneOf/1/", "format", {format: "int32"}, "must match format \""+"int32"+"\"");
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err6 = validationError("", "#/", "oneOf", {passingSchemas: passing0}, "must match exactly one schema in oneOf");
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate0.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate0.errors = vErrors;
return errors === 0;
}


function validate1(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiType !== undefined){
if(!(validate0(data.apiType) || failedAt(validate0, "/apiType"))){
vErrors = vErrors === null ? validate0.errors : vErrors.concat(validate0.errors);
errors = vErrors.length;
}
}
}
else {
validate1.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate1.errors = vErrors;
return errors === 0;
}

const formats2 = { validate: isDateTime };
const schema3 = {"type":["string","integer"]};

function validate4(data){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data))))){
validate4.errors = [validationError("", "#/", "type", {type: schema3.type}, "must be string,integer")];
return false;
}
if(true){
if((typeof data == "number") && (isFinite(data))){
if(data > 2147483647 || isNaN(data)){
validate4.errors = [validationError("", "#/", "maximum", {comparison: "<=", limit: 2147483647}, "must be <= 2147483647")];
return false;
}
else {
if(data < -2147483648 || isNaN(data)){
validate4.errors = [validationError("", "#/", "minimum", {comparison: ">=", limit: -2147483648}, "must be >= -2147483648")];
return false;
}
else {
if(!(formats0.validate(data))){
validate4.errors = [validationError("", "#/", "format", {format: "int32"}, "must match format \""+"int32"+"\"")];
return false;
}
}
}
}
if(true){
if(typeof data === "string"){
if(isShorter(data, 1)){
validate4.errors = [validationError("", "#/", "minLength", {limit: 1}, "must NOT have fewer than 1 characters")];
return false;
}
}
}
}
validate4.errors = vErrors;
return errors === 0;
}


function validate3(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.lastUpdateTime !== undefined){
let data0 = data.lastUpdateTime;
const _errs1 = errors;
if(true){
if(true){
if(typeof data0 === "string"){
if(!(formats2.validate(data0))){
validate3.errors = [validationError("/lastUpdateTime", "#/properties/lastUpdateTime/", "format", {format: "date-time"}, "must match format \""+"date-time"+"\"")];
return false;
}
}
else {
validate3.errors = [validationError("/lastUpdateTime", "#/properties/lastUpdateTime/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid0 = true;
if(true){
if(data.message !== undefined){
const _errs3 = errors;
if(typeof data.message !== "string"){
validate3.errors = [validationError("/message", "#/properties/message/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
if(true){
if(data.reason !== undefined){
const _errs5 = errors;
if(typeof data.reason !== "string"){
validate3.errors = [validationError("/reason", "#/properties/reason/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
if(true){
if(data.status !== undefined){
const _errs7 = errors;
if(!(validate4(data.status) || failedAt(validate4, "/status"))){
vErrors = vErrors === null ? validate4.errors : vErrors.concat(validate4.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
const _errs8 = errors;
if(typeof data.type !== "string"){
validate3.errors = [validationError("/type", "#/properties/type/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
if(true){
if(data.zone !== undefined){
const _errs10 = errors;
if(typeof data.zone !== "string"){
validate3.errors = [validationError("/zone", "#/properties/zone/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
}
}
}
}
}
}
else {
validate3.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate3.errors = vErrors;
return errors === 0;
}


function validate6(data){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate6.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
validate6.errors = vErrors;
return errors === 0;
}


function validate8(data){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.coreWeaveAuth === undefined) && (missing0 = "coreWeaveAuth")){
const err0 = validationError("", "#/oneOf/0/", "required", {missingProperty: missing0}, "must have required property '"+missing0+"'");
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.weightsAndBiasesAuth !== undefined){
const err1 = validationError("/weightsAndBiasesAuth", "#/oneOf/0/properties/weightsAndBiasesAuth/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = validationError("", "#/oneOf/0/", "type", {type: "object"}, "must be object");
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.weightsAndBiasesAuth === undefined) && (missing1 = "weightsAndBiasesAuth")){
const err3 = validationError("", "#/oneOf/1/", "required", {missingProperty: missing1}, "must have required property '"+missing1+"'");
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(data.coreWeaveAuth !== undefined){
const err4 = validationError("/coreWeaveAuth", "#/oneOf/1/properties/coreWeaveAuth/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = validationError("", "#/oneOf/1/", "type", {type: "object"}, "must be object");
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err6 = validationError("", "#/", "oneOf", {passingSchemas: passing0}, "must match exactly one schema in oneOf");
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate8.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate8.errors = vErrors;
return errors === 0;
}


function validate10(data){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = false;
let passing0 = null;
const _errs1 = errors;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.bodyBasedRouting === undefined) && (missing0 = "bodyBasedRouting")){
const err0 = validationError("", "#/oneOf/0/", "required", {missingProperty: missing0}, "must have required property '"+missing0+"'");
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.headerBasedRouting !== undefined){
var valid1 = false;
const err1 = validationError("/headerBasedRouting", "#/oneOf/0/properties/headerBasedRouting/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
var valid1 = true;
}
if(valid1){
if(data.pathBasedRouting !== undefined){
var valid1 = false;
const err2 = validationError("/pathBasedRouting", "#/oneOf/0/properties/pathBasedRouting/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
var valid1 = true;
}
}
}
}
else {
const err3 = validationError("", "#/oneOf/0/", "type", {type: "object"}, "must be object");
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs1 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.headerBasedRouting === undefined) && (missing1 = "headerBasedRouting")){
const err4 = validationError("", "#/oneOf/1/", "required", {missingProperty: missing1}, "must have required property '"+missing1+"'");
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data.bodyBasedRouting !== undefined){
var valid2 = false;
const err5 = validationError("/bodyBasedRouting", "#/oneOf/1/properties/bodyBasedRouting/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
var valid2 = true;
}
if(valid2){
if(data.pathBasedRouting !== undefined){
var valid2 = false;
const err6 = validationError("/pathBasedRouting", "#/oneOf/1/properties/pathBasedRouting/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
var valid2 = true;
}
}
}
}
else {
const err7 = validationError("", "#/oneOf/1/", "type", {type: "object"}, "must be object");
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
const _errs5 = errors;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.pathBasedRouting === undefined) && (missing2 = "pathBasedRouting")){
const err8 = validationError("", "#/oneOf/2/", "required", {missingProperty: missing2}, "must have required property '"+missing2+"'");
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
if(data.bodyBasedRouting !== undefined){
var valid3 = false;
const err9 = validationError("/bodyBasedRouting", "#/oneOf/2/properties/bodyBasedRouting/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
var valid3 = true;
}
if(valid3){
if(data.headerBasedRouting !== undefined){
var valid3 = false;
const err10 = validationError("/headerBasedRouting", "#/oneOf/2/properties/headerBasedRouting/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
var valid3 = true;
}
}
}
}
else {
const err11 = validationError("", "#/oneOf/2/", "type", {type: "object"}, "must be object");
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 2];
}
else {
if(_valid0){
valid0 = true;
passing0 = 2;
}
}
}
if(!valid0){
const err12 = validationError("", "#/", "oneOf", {passingSchemas: passing0}, "must match exactly one schema in oneOf");
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate10.errors = vErrors;
return errors === 0;
}


function validate14(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.additionalDns !== undefined){
let data0 = data.additionalDns;
const _errs1 = errors;
if(true){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "string"){
validate14.errors = [validationError("/additionalDns/" + i0, "#/properties/additionalDns/items/", "type", {type: "string"}, "must be string")];
return false;
}
var valid1 = true;
}
}
else {
validate14.errors = [validationError("/additionalDns", "#/properties/additionalDns/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allowedSourceIpRanges !== undefined){
let data2 = data.allowedSourceIpRanges;
const _errs5 = errors;
if(true){
if(Array.isArray(data2)){
if(data2.length > 50){
validate14.errors = [validationError("/allowedSourceIpRanges", "#/properties/allowedSourceIpRanges/", "maxItems", {limit: 50}, "must NOT have more than 50 items")];
return false;
}
else {
var valid2 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
const _errs7 = errors;
if(typeof data2[i1] !== "string"){
validate14.errors = [validationError("/allowedSourceIpRanges/" + i1, "#/properties/allowedSourceIpRanges/items/", "type", {type: "string"}, "must be string")];
return false;
}
var valid2 = true;
}
}
}
else {
validate14.errors = [validationError("/allowedSourceIpRanges", "#/properties/allowedSourceIpRanges/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
else {
validate14.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate14.errors = vErrors;
return errors === 0;
}


function validate16(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.headerName !== undefined){
let data0 = data.headerName;
const _errs1 = errors;
if(true){
if(typeof data0 === "string"){
if(isLonger(data0, 100)){
validate16.errors = [validationError("/headerName", "#/properties/headerName/", "maxLength", {limit: 100}, "must NOT have more than 100 characters")];
return false;
}
else {
if(isShorter(data0, 1)){
validate16.errors = [validationError("/headerName", "#/properties/headerName/", "minLength", {limit: 1}, "must NOT have fewer than 1 characters")];
return false;
}
}
}
else {
validate16.errors = [validationError("/headerName", "#/properties/headerName/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
else {
validate16.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate16.errors = vErrors;
return errors === 0;
}


function validate18(data){
let vErrors = null;
let errors = 0;
if(true){
if(typeof data === "string"){
if(isLonger(data, 38)){
validate18.errors = [validationError("", "#/", "maxLength", {limit: 38}, "must NOT have more than 38 characters")];
return false;
}
else {
if(isShorter(data, 1)){
validate18.errors = [validationError("", "#/", "minLength", {limit: 1}, "must NOT have fewer than 1 characters")];
return false;
}
}
}
else {
validate18.errors = [validationError("", "#/", "type", {type: "string"}, "must be string")];
return false;
}
}
validate18.errors = vErrors;
return errors === 0;
}


function validate20(data){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate20.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
validate20.errors = vErrors;
return errors === 0;
}

const formats8 = { validate: isUri };

function validate22(data){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.apiKey === undefined) && (missing0 = "apiKey")) || ((data.serverUrl === undefined) && (missing0 = "serverUrl"))){
const err0 = validationError("", "#/oneOf/0/", "required", {missingProperty: missing0}, "must have required property '"+missing0+"'");
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = validationError("", "#/oneOf/0/", "type", {type: "object"}, "must be object");
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs4 = errors;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiKey !== undefined){
const err2 = validationError("/apiKey", "#/oneOf/1/properties/apiKey/", "false schema", {}, "boolean schema is false");
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = validationError("", "#/oneOf/1/", "type", {type: "object"}, "must be object");
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err4 = validationError("", "#/", "oneOf", {passingSchemas: passing0}, "must match exactly one schema in oneOf");
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate22.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiKey !== undefined){
const _errs6 = errors;
if(true){
if(true){
if(!(typeof data.apiKey === "string")){
validate22.errors = [validationError("/apiKey", "#/properties/apiKey/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid2 = true;
if(true){
if(data.enableRateLimiting !== undefined){
const _errs8 = errors;
if(typeof data.enableRateLimiting !== "boolean"){
validate22.errors = [validationError("/enableRateLimiting", "#/properties/enableRateLimiting/", "type", {type: "boolean"}, "must be boolean")];
return false;
}
}
var valid2 = true;
if(true){
if(data.enableUsageReports !== undefined){
const _errs10 = errors;
if(typeof data.enableUsageReports !== "boolean"){
validate22.errors = [validationError("/enableUsageReports", "#/properties/enableUsageReports/", "type", {type: "boolean"}, "must be boolean")];
return false;
}
}
var valid2 = true;
if(true){
if(data.serverUrl !== undefined){
let data4 = data.serverUrl;
const _errs12 = errors;
if(true){
if(true){
if(typeof data4 === "string"){
if(!(formats8.validate(data4))){
validate22.errors = [validationError("/serverUrl", "#/properties/serverUrl/", "format", {format: "uri"}, "must match format \""+"uri"+"\"")];
return false;
}
}
else {
validate22.errors = [validationError("/serverUrl", "#/properties/serverUrl/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid2 = true;
}
}
}
}
else {
validate22.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}


function validate24(data){
let vErrors = null;
let errors = 0;
if(true){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(typeof data[i0] !== "string"){
validate24.errors = [validationError("/" + i0, "#/items/", "type", {type: "string"}, "must be string")];
return false;
}
var valid0 = true;
}
}
else {
validate24.errors = [validationError("", "#/", "type", {type: "array"}, "must be array")];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}

const formats6 = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function validate7(data){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
if(!(validate8(data))){
vErrors = vErrors === null ? validate8.errors : vErrors.concat(validate8.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
if(valid0){
const _errs2 = errors;
if(!(validate10(data))){
vErrors = vErrors === null ? validate10.errors : vErrors.concat(validate10.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) && (missing0 = "name")) || ((data.zones === undefined) && (missing0 = "zones"))){
validate7.errors = [validationError("", "#/", "required", {missingProperty: missing0}, "must have required property '"+missing0+"'")];
return false;
}
else {
if(data.bodyBasedRouting !== undefined){
const _errs3 = errors;
if(!(validate1(data.bodyBasedRouting) || failedAt(validate1, "/bodyBasedRouting"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.coreWeaveAuth !== undefined){
const _errs4 = errors;
if(!(validate6(data.coreWeaveAuth) || failedAt(validate6, "/coreWeaveAuth"))){
vErrors = vErrors === null ? validate6.errors : vErrors.concat(validate6.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.endpointConfiguration !== undefined){
const _errs5 = errors;
if(!(validate14(data.endpointConfiguration) || failedAt(validate14, "/endpointConfiguration"))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.headerBasedRouting !== undefined){
const _errs6 = errors;
if(!(validate16(data.headerBasedRouting) || failedAt(validate16, "/headerBasedRouting"))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.id !== undefined){
let data4 = data.id;
const _errs7 = errors;
if(true){
if(true){
if(typeof data4 === "string"){
if(!(formats6.test(data4))){
validate7.errors = [validationError("/id", "#/properties/id/", "format", {format: "uuid"}, "must match format \""+"uuid"+"\"")];
return false;
}
}
else {
validate7.errors = [validationError("/id", "#/properties/id/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid1 = true;
if(true){
if(data.name !== undefined){
const _errs9 = errors;
if(!(validate18(data.name) || failedAt(validate18, "/name"))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.pathBasedRouting !== undefined){
const _errs10 = errors;
if(!(validate20(data.pathBasedRouting) || failedAt(validate20, "/pathBasedRouting"))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.weightsAndBiasesAuth !== undefined){
const _errs11 = errors;
if(!(validate22(data.weightsAndBiasesAuth) || failedAt(validate22, "/weightsAndBiasesAuth"))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.zones !== undefined){
const _errs12 = errors;
if(!(validate24(data.zones) || failedAt(validate24, "/zones"))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate7.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate7.errors = vErrors;
return errors === 0;
}

const schema14 = {"properties":{"code":{"type":["integer","string"]}}};

function validate28(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.description !== undefined){
const _errs1 = errors;
if(typeof data.description !== "string"){
validate28.errors = [validationError("/description", "#/properties/description/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
if(true){
if(data.field !== undefined){
const _errs3 = errors;
if(typeof data.field !== "string"){
validate28.errors = [validationError("/field", "#/properties/field/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
}
}
else {
validate28.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}


function validate27(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data["@type"] !== undefined){
const _errs2 = errors;
if(typeof data["@type"] !== "string"){
validate27.errors = [validationError("/@type", "#/properties/%40type/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
if(true){
if(data.fieldViolations !== undefined){
let data1 = data.fieldViolations;
const _errs4 = errors;
if(true){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(!(validate28(data1[i0]) || failedAt(validate28, "/fieldViolations/" + i0))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate27.errors = [validationError("/fieldViolations", "#/properties/fieldViolations/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
else {
validate27.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate27.errors = vErrors;
return errors === 0;
}


function validate26(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code !== undefined){
let data0 = data.code;
const _errs1 = errors;
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (typeof data0 !== "string")){
validate26.errors = [validationError("/code", "#/properties/code/", "type", {type: schema14.properties.code.type}, "must be integer,string")];
return false;
}
}
var valid0 = true;
if(true){
if(data.details !== undefined){
let data1 = data.details;
const _errs3 = errors;
if(true){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(!(validate27(data1[i0]) || failedAt(validate27, "/details/" + i0))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
else {
validate26.errors = [validationError("/details", "#/properties/details/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
const _errs6 = errors;
if(typeof data.message !== "string"){
validate26.errors = [validationError("/message", "#/properties/message/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
}
}
}
else {
validate26.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate26.errors = vErrors;
return errors === 0;
}

const schema20 = {"type":["string","integer"]};

function validate34(data){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data))))){
validate34.errors = [validationError("", "#/", "type", {type: schema20.type}, "must be string,integer")];
return false;
}
if(true){
if((typeof data == "number") && (isFinite(data))){
if(data > 2147483647 || isNaN(data)){
validate34.errors = [validationError("", "#/", "maximum", {comparison: "<=", limit: 2147483647}, "must be <= 2147483647")];
return false;
}
else {
if(data < -2147483648 || isNaN(data)){
validate34.errors = [validationError("", "#/", "minimum", {comparison: ">=", limit: -2147483648}, "must be >= -2147483648")];
return false;
}
else {
if(!(formats0.validate(data))){
validate34.errors = [validationError("", "#/", "format", {format: "int32"}, "must match format \""+"int32"+"\"")];
return false;
}
}
}
}
if(true){
if(typeof data === "string"){
if(isShorter(data, 1)){
validate34.errors = [validationError("", "#/", "minLength", {limit: 1}, "must NOT have fewer than 1 characters")];
return false;
}
}
}
}
validate34.errors = vErrors;
return errors === 0;
}


function validate33(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiType !== undefined){
if(!(validate34(data.apiType) || failedAt(validate34, "/apiType"))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
validate33.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate33.errors = vErrors;
return errors === 0;
}


function validate38(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.additionalDns !== undefined){
let data0 = data.additionalDns;
const _errs1 = errors;
if(true){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "string"){
validate38.errors = [validationError("/additionalDns/" + i0, "#/properties/additionalDns/items/", "type", {type: "string"}, "must be string")];
return false;
}
var valid1 = true;
}
}
else {
validate38.errors = [validationError("/additionalDns", "#/properties/additionalDns/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allowedSourceIpRanges !== undefined){
let data2 = data.allowedSourceIpRanges;
const _errs5 = errors;
if(true){
if(Array.isArray(data2)){
if(data2.length > 50){
validate38.errors = [validationError("/allowedSourceIpRanges", "#/properties/allowedSourceIpRanges/", "maxItems", {limit: 50}, "must NOT have more than 50 items")];
return false;
}
else {
var valid2 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
const _errs7 = errors;
if(typeof data2[i1] !== "string"){
validate38.errors = [validationError("/allowedSourceIpRanges/" + i1, "#/properties/allowedSourceIpRanges/items/", "type", {type: "string"}, "must be string")];
return false;
}
var valid2 = true;
}
}
}
else {
validate38.errors = [validationError("/allowedSourceIpRanges", "#/properties/allowedSourceIpRanges/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
else {
validate38.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate38.errors = vErrors;
return errors === 0;
}


function validate40(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.headerName !== undefined){
let data0 = data.headerName;
const _errs1 = errors;
if(true){
if(typeof data0 === "string"){
if(isLonger(data0, 100)){
validate40.errors = [validationError("/headerName", "#/properties/headerName/", "maxLength", {limit: 100}, "must NOT have more than 100 characters")];
return false;
}
}
else {
validate40.errors = [validationError("/headerName", "#/properties/headerName/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
else {
validate40.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate40.errors = vErrors;
return errors === 0;
}

const formats14 = { validate: isUriReference };

function validate43(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiKey !== undefined){
const _errs1 = errors;
if(true){
if(true){
if(!(typeof data.apiKey === "string")){
validate43.errors = [validationError("/apiKey", "#/properties/apiKey/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid0 = true;
if(true){
if(data.enableRateLimiting !== undefined){
const _errs3 = errors;
if(typeof data.enableRateLimiting !== "boolean"){
validate43.errors = [validationError("/enableRateLimiting", "#/properties/enableRateLimiting/", "type", {type: "boolean"}, "must be boolean")];
return false;
}
}
var valid0 = true;
if(true){
if(data.enableUsageReports !== undefined){
const _errs5 = errors;
if(typeof data.enableUsageReports !== "boolean"){
validate43.errors = [validationError("/enableUsageReports", "#/properties/enableUsageReports/", "type", {type: "boolean"}, "must be boolean")];
return false;
}
}
var valid0 = true;
if(true){
if(data.serverUrl !== undefined){
let data3 = data.serverUrl;
const _errs7 = errors;
if(true){
if(true){
if(typeof data3 === "string"){
if(!(formats14.validate(data3))){
validate43.errors = [validationError("/serverUrl", "#/properties/serverUrl/", "format", {format: "uri-reference"}, "must match format \""+"uri-reference"+"\"")];
return false;
}
}
else {
validate43.errors = [validationError("/serverUrl", "#/properties/serverUrl/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid0 = true;
}
}
}
}
else {
validate43.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate43.errors = vErrors;
return errors === 0;
}


function validate32(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.bodyBasedRouting !== undefined){
const _errs1 = errors;
if(!(validate33(data.bodyBasedRouting) || failedAt(validate33, "/bodyBasedRouting"))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.coreWeaveAuth !== undefined){
const _errs2 = errors;
if(!(validate6(data.coreWeaveAuth) || failedAt(validate6, "/coreWeaveAuth"))){
vErrors = vErrors === null ? validate6.errors : vErrors.concat(validate6.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.endpointConfiguration !== undefined){
const _errs3 = errors;
if(!(validate38(data.endpointConfiguration) || failedAt(validate38, "/endpointConfiguration"))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.headerBasedRouting !== undefined){
const _errs4 = errors;
if(!(validate40(data.headerBasedRouting) || failedAt(validate40, "/headerBasedRouting"))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
let data4 = data.id;
const _errs5 = errors;
if(true){
if(true){
if(typeof data4 === "string"){
if(!(formats6.test(data4))){
validate32.errors = [validationError("/id", "#/properties/id/", "format", {format: "uuid"}, "must match format \""+"uuid"+"\"")];
return false;
}
}
else {
validate32.errors = [validationError("/id", "#/properties/id/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid0 = true;
if(true){
if(data.name !== undefined){
let data5 = data.name;
const _errs7 = errors;
if(true){
if(typeof data5 === "string"){
if(isLonger(data5, 38)){
validate32.errors = [validationError("/name", "#/properties/name/", "maxLength", {limit: 38}, "must NOT have more than 38 characters")];
return false;
}
}
else {
validate32.errors = [validationError("/name", "#/properties/name/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
var valid0 = true;
if(true){
if(data.organizationId !== undefined){
const _errs9 = errors;
if(typeof data.organizationId !== "string"){
validate32.errors = [validationError("/organizationId", "#/properties/organizationId/", "type", {type: "string"}, "must be string")];
return false;
}
}
var valid0 = true;
if(true){
if(data.pathBasedRouting !== undefined){
const _errs11 = errors;
if(!(validate20(data.pathBasedRouting) || failedAt(validate20, "/pathBasedRouting"))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weightsAndBiasesAuth !== undefined){
const _errs12 = errors;
if(!(validate43(data.weightsAndBiasesAuth) || failedAt(validate43, "/weightsAndBiasesAuth"))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zones !== undefined){
let data9 = data.zones;
const _errs13 = errors;
if(true){
if(Array.isArray(data9)){
var valid1 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
const _errs15 = errors;
if(typeof data9[i0] !== "string"){
validate32.errors = [validationError("/zones/" + i0, "#/properties/zones/items/", "type", {type: "string"}, "must be string")];
return false;
}
var valid1 = true;
}
}
else {
validate32.errors = [validationError("/zones", "#/properties/zones/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate32.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate32.errors = vErrors;
return errors === 0;
}

const schema25 = {"type":["string","integer"]};

function validate48(data){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data))))){
validate48.errors = [validationError("", "#/", "type", {type: schema25.type}, "must be string,integer")];
return false;
}
if(true){
if((typeof data == "number") && (isFinite(data))){
if(data > 2147483647 || isNaN(data)){
validate48.errors = [validationError("", "#/", "maximum", {comparison: "<=", limit: 2147483647}, "must be <= 2147483647")];
return false;
}
else {
if(data < -2147483648 || isNaN(data)){
validate48.errors = [validationError("", "#/", "minimum", {comparison: ">=", limit: -2147483648}, "must be >= -2147483648")];
return false;
}
else {
if(!(formats0.validate(data))){
validate48.errors = [validationError("", "#/", "format", {format: "int32"}, "must match format \""+"int32"+"\"")];
return false;
}
}
}
}
if(true){
if(typeof data === "string"){
if(isShorter(data, 1)){
validate48.errors = [validationError("", "#/", "minLength", {limit: 1}, "must NOT have fewer than 1 characters")];
return false;
}
}
}
}
validate48.errors = vErrors;
return errors === 0;
}


function validate46(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.conditions !== undefined){
let data0 = data.conditions;
const _errs1 = errors;
if(true){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(validate3(data0[i0]) || failedAt(validate3, "/conditions/" + i0))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate46.errors = [validationError("/conditions", "#/properties/conditions/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.createdAt !== undefined){
let data2 = data.createdAt;
const _errs4 = errors;
if(true){
if(true){
if(typeof data2 === "string"){
if(!(formats2.validate(data2))){
validate46.errors = [validationError("/createdAt", "#/properties/createdAt/", "format", {format: "date-time"}, "must match format \""+"date-time"+"\"")];
return false;
}
}
else {
validate46.errors = [validationError("/createdAt", "#/properties/createdAt/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid0 = true;
if(true){
if(data.endpoints !== undefined){
let data3 = data.endpoints;
const _errs6 = errors;
if(true){
if(Array.isArray(data3)){
var valid2 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
const _errs8 = errors;
if(true){
if(true){
if(typeof data4 === "string"){
if(!(formats14.validate(data4))){
validate46.errors = [validationError("/endpoints/" + i1, "#/properties/endpoints/items/", "format", {format: "uri-reference"}, "must match format \""+"uri-reference"+"\"")];
return false;
}
}
else {
validate46.errors = [validationError("/endpoints/" + i1, "#/properties/endpoints/items/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
var valid2 = true;
}
}
else {
validate46.errors = [validationError("/endpoints", "#/properties/endpoints/", "type", {type: "array"}, "must be array")];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
const _errs10 = errors;
if(!(validate48(data.status) || failedAt(validate48, "/status"))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.updatedAt !== undefined){
let data6 = data.updatedAt;
const _errs11 = errors;
if(true){
if(true){
if(typeof data6 === "string"){
if(!(formats2.validate(data6))){
validate46.errors = [validationError("/updatedAt", "#/properties/updatedAt/", "format", {format: "date-time"}, "must match format \""+"date-time"+"\"")];
return false;
}
}
else {
validate46.errors = [validationError("/updatedAt", "#/properties/updatedAt/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid0 = true;
}
}
}
}
}
else {
validate46.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate46.errors = vErrors;
return errors === 0;
}


function validate31(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.spec !== undefined){
const _errs1 = errors;
if(!(validate32(data.spec) || failedAt(validate32, "/spec"))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
const _errs2 = errors;
if(!(validate46(data.status) || failedAt(validate46, "/status"))){
vErrors = vErrors === null ? validate46.errors : vErrors.concat(validate46.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
else {
validate31.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate31.errors = vErrors;
return errors === 0;
}


function validate51(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.zones === undefined) && (missing0 = "zones")){
validate51.errors = [validationError("", "#/", "required", {missingProperty: missing0}, "must have required property '"+missing0+"'")];
return false;
}
else {
if(data.zones !== undefined){
let data0 = data.zones;
const _errs1 = errors;
if(true){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(typeof data0[i0] !== "string"){
validate51.errors = [validationError("/zones/" + i0, "#/properties/zones/items/", "type", {type: "string"}, "must be string")];
return false;
}
var valid1 = true;
}
}
else {
validate51.errors = [validationError("/zones", "#/properties/zones/", "type", {type: "array"}, "must be array")];
return false;
}
}
}
}
}
else {
validate51.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate51.errors = vErrors;
return errors === 0;
}


function validate52(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.gateway !== undefined){
if(!(validate31(data.gateway) || failedAt(validate31, "/gateway"))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
validate52.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}


function validate54(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.items !== undefined){
let data0 = data.items;
const _errs1 = errors;
if(true){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(validate31(data0[i0]) || failedAt(validate31, "/items/" + i0))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate54.errors = [validationError("/items", "#/properties/items/", "type", {type: "array"}, "must be array")];
return false;
}
}
}
}
else {
validate54.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}


function validate56(data){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
if(!(validate8(data))){
vErrors = vErrors === null ? validate8.errors : vErrors.concat(validate8.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
if(valid0){
const _errs2 = errors;
if(!(validate10(data))){
vErrors = vErrors === null ? validate10.errors : vErrors.concat(validate10.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.id === undefined) && (missing0 = "id")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.zones === undefined) && (missing0 = "zones"))){
validate56.errors = [validationError("", "#/", "required", {missingProperty: missing0}, "must have required property '"+missing0+"'")];
return false;
}
else {
if(data.bodyBasedRouting !== undefined){
const _errs3 = errors;
if(!(validate1(data.bodyBasedRouting) || failedAt(validate1, "/bodyBasedRouting"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.coreWeaveAuth !== undefined){
const _errs4 = errors;
if(!(validate6(data.coreWeaveAuth) || failedAt(validate6, "/coreWeaveAuth"))){
vErrors = vErrors === null ? validate6.errors : vErrors.concat(validate6.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.endpointConfiguration !== undefined){
const _errs5 = errors;
if(!(validate14(data.endpointConfiguration) || failedAt(validate14, "/endpointConfiguration"))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.headerBasedRouting !== undefined){
const _errs6 = errors;
if(!(validate16(data.headerBasedRouting) || failedAt(validate16, "/headerBasedRouting"))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.id !== undefined){
let data4 = data.id;
const _errs7 = errors;
if(true){
if(true){
if(typeof data4 === "string"){
if(!(formats6.test(data4))){
validate56.errors = [validationError("/id", "#/properties/id/", "format", {format: "uuid"}, "must match format \""+"uuid"+"\"")];
return false;
}
}
else {
validate56.errors = [validationError("/id", "#/properties/id/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
var valid1 = true;
if(true){
if(data.name !== undefined){
const _errs9 = errors;
if(!(validate18(data.name) || failedAt(validate18, "/name"))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.pathBasedRouting !== undefined){
const _errs10 = errors;
if(!(validate20(data.pathBasedRouting) || failedAt(validate20, "/pathBasedRouting"))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.weightsAndBiasesAuth !== undefined){
const _errs11 = errors;
if(!(validate22(data.weightsAndBiasesAuth) || failedAt(validate22, "/weightsAndBiasesAuth"))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.zones !== undefined){
const _errs12 = errors;
if(!(validate24(data.zones) || failedAt(validate24, "/zones"))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate56.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}


function validate67(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.query !== undefined){
let data0 = data.query;
const _errs1 = errors;
if(true){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.updatedAfter !== undefined){
let data1 = data0.updatedAfter;
const _errs3 = errors;
if(true){
if(true){
if(typeof data1 === "string"){
if(!(formats2.validate(data1))){
validate67.errors = [validationError("/query/updatedAfter", "#/properties/query/properties/updatedAfter/", "format", {format: "date-time"}, "must match format \""+"date-time"+"\"")];
return false;
}
}
else {
validate67.errors = [validationError("/query/updatedAfter", "#/properties/query/properties/updatedAfter/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
}
else {
validate67.errors = [validationError("/query", "#/properties/query/", "type", {type: "object"}, "must be object")];
return false;
}
}
}
}
else {
validate67.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate67.errors = vErrors;
return errors === 0;
}


function validate68(data){
let vErrors = null;
let errors = 0;
if(true){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.path === undefined) && (missing0 = "path")){
validate68.errors = [validationError("", "#/", "required", {missingProperty: missing0}, "must have required property '"+missing0+"'")];
return false;
}
else {
if(data.path !== undefined){
let data0 = data.path;
const _errs1 = errors;
if(true){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((data0.id === undefined) && (missing1 = "id")){
validate68.errors = [validationError("/path", "#/properties/path/", "required", {missingProperty: missing1}, "must have required property '"+missing1+"'")];
return false;
}
else {
if(data0.id !== undefined){
let data1 = data0.id;
const _errs3 = errors;
if(true){
if(true){
if(typeof data1 === "string"){
if(!(formats6.test(data1))){
validate68.errors = [validationError("/path/id", "#/properties/path/properties/id/", "format", {format: "uuid"}, "must match format \""+"uuid"+"\"")];
return false;
}
}
else {
validate68.errors = [validationError("/path/id", "#/properties/path/properties/id/", "type", {type: "string"}, "must be string")];
return false;
}
}
}
}
}
}
else {
validate68.errors = [validationError("/path", "#/properties/path/", "type", {type: "object"}, "must be object")];
return false;
}
}
}
}
}
else {
validate68.errors = [validationError("", "#/", "type", {type: "object"}, "must be object")];
return false;
}
}
validate68.errors = vErrors;
return errors === 0;
}



// What the validators call. Copied into validators.js without its exports, so that the file imports nothing.
// The formats give the verdicts of ajv-formats in its full mode; a test holds them to that.

/** One violated rule, as ajv reports it; the schema's path without the keyword at its end. */
function validationError(instancePath, schemaPath, keyword, params, message) {
  return { instancePath, schemaPath: schemaPath + keyword, keyword, params, message }
}

/** False: a validator has refused a value, and its errors speak of places in that; they get the place of the value. */
function failedAt(validate, path) {
  for (const error of validate.errors) error.instancePath = path + error.instancePath
  return false
}

/** JSON equality: the order of members does not matter. */
function deepEqual(a, b) {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]))
}

/** The length of a string in code points, as JSON Schema counts it. */
function codePointLength(text) {
  let length = text.length
  for (let index = 0; index < text.length - 1; index++) {
    const pair = (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
    if (!pair) continue
    length--
    index++
  }
  return length
}

/** Whether a string has more than so many code points: it has no more of them than units, and those need no count. */
function isLonger(text, length) {
  return text.length > length && codePointLength(text) > length
}

/** Whether a string has fewer than so many code points: a code point is two units at most. */
function isShorter(text, length) {
  return text.length < length * 2 && codePointLength(text) < length
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/
const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** full-date of RFC 3339, section 5.6. */
function isDate(text) {
  const parts = datePattern.exec(text)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lastDay = month === 2 && isLeapYear ? 29 : (daysInMonth[month - 1] ?? 0)
  return day >= 1 && day <= lastDay
}

function isClock(text, needsZone) {
  const parts = timePattern.exec(text)
  if (!parts) return false
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const [zoneHour, zoneMinute] = [Number(parts[6] ?? 0), Number(parts[7] ?? 0)]
  if (zoneHour > 23 || zoneMinute > 59 || (needsZone && !parts[4])) return false
  if (hour <= 23 && minute <= 59 && second < 60) return true
  return second < 61 && isLastMinuteOfDay(hour, minute, parts[5] === '-' ? -1 : 1, zoneHour, zoneMinute)
}

/** A leap second comes at the end of a day in UTC. */
function isLastMinuteOfDay(hour, minute, sign, zoneHour, zoneMinute) {
  const utcMinute = minute - zoneMinute * sign
  const utcHour = hour - zoneHour * sign - (utcMinute < 0 ? 1 : 0)
  return (utcHour === 23 || utcHour === -1) && (utcMinute === 59 || utcMinute === -1)
}

/**
 * A moment as most services write it, `2026-05-06T09:30:00.5Z`, in a tenth of what the rule takes. What is written otherwise
 * may be a moment too, as one on 29 February; the rule decides.
 */
const usualMoment =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/

function isMoment(text, needsZone) {
  if (usualMoment.test(text)) return true
  // Most of what is no moment is not even like one.
  if (text.charCodeAt(4) !== 45) return false
  const parts = text.split(/t|\s/i)
  return parts.length === 2 && isDate(parts[0]) && isClock(parts[1], needsZone)
}

function isTime(text) {
  return isClock(text, true)
}

function isIsoTime(text) {
  return isClock(text, false)
}

function isDateTime(text) {
  return isMoment(text, true)
}

function isIsoDateTime(text) {
  return isMoment(text, false)
}

function isByte(text) {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/m.test(text)
}

/** A pattern that is none with the `u` flag is read without it. */
function compiledPattern(pattern, flags) {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return new RegExp(pattern)
  }
}

function isRegex(text) {
  if (/[^\\]\\Z/.test(text)) return false
  try {
    new RegExp(text)
    return true
  } catch {
    return false
  }
}

/** An IPv4 address, and an IPv6 address in all its abbreviations. */
function addressRules() {
  const hex4 = '[0-9a-f]{1,4}'
  const octet = '(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)'
  const ipv4 = `(?:${octet}\\.){3}${octet}`
  const last32 = `(?:${hex4}:${hex4}|${ipv4})`
  const ipv6 = [
    `(?:${hex4}:){6}${last32}`,
    `::(?:${hex4}:){5}${last32}`,
    `(?:${hex4})?::(?:${hex4}:){4}${last32}`,
    `(?:(?:${hex4}:){0,1}${hex4})?::(?:${hex4}:){3}${last32}`,
    `(?:(?:${hex4}:){0,2}${hex4})?::(?:${hex4}:){2}${last32}`,
    `(?:(?:${hex4}:){0,3}${hex4})?::${hex4}:${last32}`,
    `(?:(?:${hex4}:){0,4}${hex4})?::${last32}`,
    `(?:(?:${hex4}:){0,5}${hex4})?::${hex4}`,
    `(?:(?:${hex4}:){0,6}${hex4})?::`,
  ].join('|')
  return [ipv4, ipv6]
}

/**
 * The rule of RFC 3986, appendix A.
 *
 * @param more marks that ajv-formats admits beyond it, outside what stands before a host
 * @param scheme, path `?` for what may be left out
 */
function uriRule(more, scheme, path) {
  const [ipv4, ipv6] = addressRules()
  const escaped = '%[0-9a-f]{2}'
  const strict = "a-z0-9\\-._~!$&'()*+,;="
  const plain = strict + more
  const character = `(?:[${plain}:@]|${escaped})`
  const host = `(?:\\[(?:${ipv6}|v[0-9a-f]+\\.[${strict}:]+)\\]|${ipv4}|(?:[${plain}]|${escaped})*)`
  const authority = `(?:(?:[${strict}:]|${escaped})*@)?${host}(?::\\d*)?`
  const segments = `${character}+(?:/${character}*)*`
  const hierarchy = `/?/${authority}(?:/${character}*)*|/(?:${segments})?|${segments}`
  const tail = `(?:[${plain}:@/?]|${escaped})*`
  const rule = `^(?:[a-z][a-z0-9+\\-.]*:)${scheme}(?:${hierarchy})${path}(?:\\?${tail})?(?:#${tail})?$`
  return new RegExp(rule, 'i')
}

const uriPattern = /* @__PURE__ */ uriRule('', '', '')
const uriReferencePattern = /* @__PURE__ */ uriRule('"', '?', '?')

/** An address without marks that want a closer look, such as `https://api.example.com/v1`. */
const usualUri = /^https:\/\/[\w.~/-]*$/

function isUri(text) {
  return usualUri.test(text) || uriPattern.test(text)
}

function isUriReference(text) {
  return usualUri.test(text) || uriReferencePattern.test(text)
}

function isInt32(value) {
  return Number.isInteger(value) && value >= -(2 ** 31) && value <= 2 ** 31 - 1
}

function isInteger(value) {
  return Number.isInteger(value)
}

const operationValidators = {
  listGateways: { parameters: validate67, responses: { "200": validate54 } },
  createGateway: { requestBody: validate7, responses: { "200": validate52 } },
  getGatewayParameters: { responses: { "200": validate51 } },
  getGateway: { parameters: validate68, responses: { "200": validate52 } },
  deleteGateway: { parameters: validate68, responses: { "200": validate52 } },
  updateGateway: { parameters: validate68, requestBody: validate56, responses: { "200": validate52 } },
};

const requestValidators = {
  listGateways: { parameters: validate67 },
  createGateway: { requestBody: validate7 },
  getGateway: { parameters: validate68 },
  deleteGateway: { parameters: validate68 },
  updateGateway: { parameters: validate68, requestBody: validate56 },
};

const responseValidators = {
  listGateways: { responses: { "200": validate54 } },
  createGateway: { responses: { "200": validate52 } },
  getGatewayParameters: { responses: { "200": validate51 } },
  getGateway: { responses: { "200": validate52 } },
  deleteGateway: { responses: { "200": validate52 } },
  updateGateway: { responses: { "200": validate52 } },
};

export {
  validate0 as ApiType,
  validate1 as BodyBasedRouting,
  validate3 as Condition,
  validate4 as ConditionStatus,
  validate6 as CoreWeaveAuth,
  validate7 as CreateGatewayRequest,
  validate14 as EndpointConfiguration,
  validate26 as Error,
  validate27 as ErrorDetail,
  validate28 as FieldViolation,
  validate31 as Gateway,
  validate18 as GatewayName,
  validate51 as GatewayParametersResponse,
  validate52 as GatewayResponse,
  validate32 as GatewaySpec,
  validate48 as GatewayState,
  validate46 as GatewayStatus,
  validate16 as HeaderBasedRouting,
  validate54 as ListGatewaysResponse,
  validate8 as OneAuthentication,
  validate10 as OneRouting,
  validate20 as PathBasedRouting,
  validate34 as StoredApiType,
  validate33 as StoredBodyBasedRouting,
  validate38 as StoredEndpointConfiguration,
  validate40 as StoredHeaderBasedRouting,
  validate43 as StoredWeightsAndBiasesAuth,
  validate56 as UpdateGatewayRequest,
  validate22 as WeightsAndBiasesAuth,
  validate24 as Zones,
  validate67 as listGatewaysParameters,
  validate54 as listGatewaysResponse200,
  validate26 as listGatewaysResponse400,
  validate26 as listGatewaysResponse401,
  validate26 as listGatewaysResponse403,
  validate26 as listGatewaysResponse422,
  validate26 as listGatewaysResponse429,
  validate26 as listGatewaysResponseDefault,
  validate7 as createGatewayRequestBody,
  validate52 as createGatewayResponse200,
  validate26 as createGatewayResponse400,
  validate26 as createGatewayResponse401,
  validate26 as createGatewayResponse403,
  validate26 as createGatewayResponse409,
  validate26 as createGatewayResponse422,
  validate26 as createGatewayResponse429,
  validate26 as createGatewayResponseDefault,
  validate51 as getGatewayParametersResponse200,
  validate26 as getGatewayParametersResponse400,
  validate26 as getGatewayParametersResponse401,
  validate26 as getGatewayParametersResponse403,
  validate26 as getGatewayParametersResponse429,
  validate26 as getGatewayParametersResponseDefault,
  validate68 as getGatewayParameters,
  validate52 as getGatewayResponse200,
  validate26 as getGatewayResponse400,
  validate26 as getGatewayResponse401,
  validate26 as getGatewayResponse403,
  validate26 as getGatewayResponse404,
  validate26 as getGatewayResponse422,
  validate26 as getGatewayResponse429,
  validate26 as getGatewayResponseDefault,
  validate68 as deleteGatewayParameters,
  validate52 as deleteGatewayResponse200,
  validate26 as deleteGatewayResponse400,
  validate26 as deleteGatewayResponse401,
  validate26 as deleteGatewayResponse403,
  validate26 as deleteGatewayResponse404,
  validate26 as deleteGatewayResponse409,
  validate26 as deleteGatewayResponse422,
  validate26 as deleteGatewayResponse429,
  validate26 as deleteGatewayResponseDefault,
  validate68 as updateGatewayParameters,
  validate56 as updateGatewayRequestBody,
  validate52 as updateGatewayResponse200,
  validate26 as updateGatewayResponse400,
  validate26 as updateGatewayResponse401,
  validate26 as updateGatewayResponse403,
  validate26 as updateGatewayResponse404,
  validate26 as updateGatewayResponse409,
  validate26 as updateGatewayResponse422,
  validate26 as updateGatewayResponse429,
  validate26 as updateGatewayResponseDefault,
  operationValidators,
  requestValidators,
  responseValidators,
}
